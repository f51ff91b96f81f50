/** One ending under which volumes are found, and who reads it. */
export interface VolumeFormat {
  /** Lower case, with its dot. */
  ending: string;
  reader: 'nifti' | 'nrrd' | 'meta' | 'mgh' | 'gipl' | 'vtk';
  /** Endings of the file that holds the voxels where this one is a header, the likeliest first. */
  dataEndings?: readonly string[];
  /** The header itself names the file of its voxels. */
  namesDataFile?: true;
}

/** Every format that is read; whatever stands here is found by recognition, opened and paired. */
export const volumeFormats: readonly VolumeFormat[] = [
  { ending: '.nii', reader: 'nifti' },
  { ending: '.nii.gz', reader: 'nifti' },
  { ending: '.hdr', reader: 'nifti', dataEndings: ['.img', '.img.gz'] },
  { ending: '.hdr.gz', reader: 'nifti', dataEndings: ['.img.gz', '.img'] },
  { ending: '.img', reader: 'nifti' },
  { ending: '.nrrd', reader: 'nrrd' },
  { ending: '.nhdr', reader: 'nrrd', dataEndings: ['.raw', '.raw.gz', '.zraw'], namesDataFile: true },
  { ending: '.mha', reader: 'meta' },
  { ending: '.mhd', reader: 'meta', dataEndings: ['.raw', '.zraw', '.raw.gz'], namesDataFile: true },
  { ending: '.mgh', reader: 'mgh' },
  { ending: '.mgz', reader: 'mgh' },
  { ending: '.mgh.gz', reader: 'mgh' },
  { ending: '.gipl', reader: 'gipl' },
  { ending: '.gipl.gz', reader: 'gipl' },
  { ending: '.vtk', reader: 'vtk' },
];

const byEnding = new Map(volumeFormats.map((format) => [format.ending, format]));

/** The format of a file by the end of its name, ".nii.gz" before ".gz"; undefined for none of these. */
export function volumeFormatOf(path: string): VolumeFormat | undefined {
  const [, two, one] = /((?:\.[a-z]+)?(\.[a-z]+))$/i.exec(path) ?? [];
  if (one === undefined) return undefined;
  return byEnding.get(two.toLowerCase()) ?? byEnding.get(one.toLowerCase());
}
