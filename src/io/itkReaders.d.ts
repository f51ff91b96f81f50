/** Made by scripts/itkReaders.ts: where itk-wasm's reader of each format lies, on our own origin. */
declare module 'virtual:itk-readers' {
  export type ReaderName = 'nrrd' | 'meta' | 'mgh' | 'gipl' | 'vtk';
  export const readers: Record<ReaderName, { script: string; wasm: string }>;
}
