export interface DroppedFile {
  path: string;
  file: File;
}
