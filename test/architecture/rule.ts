import type { SourceFile } from './source-file.ts';

/** Something that holds in every source file of the house. */
export interface HouseRule {
  says: string;
  /** What breaks it in a file, in words; empty when it holds. */
  breaks(file: SourceFile): string[];
}
