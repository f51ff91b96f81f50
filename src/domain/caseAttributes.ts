/** A table of case attributes (site, scanner, grade) that a person joined to the cohort by its id column. */
export interface CaseAttributes {
  file: string;
  idColumn: string;
  /** The other columns in their order. */
  columns: string[];
  /** By case id, then by column; an empty cell is an empty text. */
  values: Record<string, Record<string, string>>;
  /** Ids of the table that no case answers to. */
  unmatched: string[];
  /** Cases that several lines answer to: the last one counts. Missing in sessions kept before this was. */
  repeated?: string[];
}
