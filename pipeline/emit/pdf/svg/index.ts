/**
 * SVG → flat drawing instructions, for the subset that this folder knows: `g a use symbol rect circle ellipse line
 * polyline polygon path text tspan`, `transform`, `viewBox`, fill and stroke with colours and linear gradients,
 * opacity, and CSS with selectors of one class, element or id. What is outside of it is named and left out.
 */
export { convertSvg } from './convert.ts';
export type { Drawing, DrawnMark, DrawnPath, DrawnText, Gradient, Matrix, Paint, Segment, Stroke } from './drawing.ts';
export { multiply } from './matrix.ts';
