export { searchAnalyser, searchAnalyserSource } from './analyser.ts';
