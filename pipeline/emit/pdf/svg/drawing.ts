import type { FaceId } from '../../../layout/index.ts';

/** `[a b c d e f]`: x′ = a·x + c·y + e, y′ = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** An SVG as flat instructions: what is painted, in order, and with which matrix. Lengths in the SVG's own units. */
export interface Drawing {
  readonly kind: 'drawing';
  /** Of the picture, in CSS pixels; y grows downward. */
  readonly width: number;
  readonly height: number;
  readonly marks: readonly DrawnMark[];
}

/** What is painted, inside `clip` alone where it has one: a polygon in the picture's own coordinates. */
export type DrawnMark = (DrawnPath | DrawnText) & {
  readonly clip?: readonly Segment[];
  /** Of what it is painted for: the value that the nearest element around it has in the attribute asked for. */
  readonly part?: string;
};

export interface DrawnPath {
  readonly kind: 'path';
  readonly matrix: Matrix;
  readonly segments: readonly Segment[];
  readonly fill?: Paint;
  readonly evenOdd: boolean;
  readonly stroke?: Stroke;
}

export interface DrawnText {
  readonly kind: 'text';
  readonly matrix: Matrix;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  readonly face: FaceId;
  readonly size: number;
  readonly fill: Paint;
}

/** A path's pieces in absolute coordinates: to, line, curve with two control points, close. */
export type Segment =
  | { readonly to: 'M' | 'L'; readonly at: readonly [number, number] }
  | { readonly to: 'C'; readonly at: readonly [number, number, number, number, number, number] }
  | { readonly to: 'Z' };

export interface Paint {
  /** `#rrggbb`, or colours along a line. */
  readonly colour: string | Gradient;
  /** From 0 to 1. */
  readonly opacity: number;
}

export interface Stroke extends Paint {
  readonly width: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
  readonly dashes: readonly number[];
  readonly dashOffset: number;
}

export interface Gradient {
  /** From the gradient's coordinates to those of the path. */
  readonly matrix: Matrix;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** Ascending, at least two. */
  readonly stops: readonly { readonly at: number; readonly colour: string }[];
}
