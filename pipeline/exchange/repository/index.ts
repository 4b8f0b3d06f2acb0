export { type ImportedRepository, importRepository } from './import.ts';
