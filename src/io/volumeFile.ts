/** One volume to read: `companion` holds the voxels where they lie in a file of their own (.img, .raw). */
export interface VolumeFile {
  path: string;
  blob: Blob;
  companion?: Blob;
  /** How to gunzip it, where something faster than DecompressionStream exists. */
  inflate?: Inflate;
}

/** Turns a gzipped blob into its content, chunk by chunk. The browser's own is in openContent.ts. */
export type Inflate = (blob: Blob) => AsyncIterable<Uint8Array>;

/** How bytes are deflated: with gzip's header and checksum or with zlib's. */
export type Packing = 'gzip' | 'zlib';
