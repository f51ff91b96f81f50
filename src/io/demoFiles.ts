import type { Geometry } from '../domain/geometry';
import type { Region } from '../domain/labelScheme';
import { writeNifti, writeNiftiGz } from './writeNifti';
import { writeNpz } from './writeNpz';

/** Everything that the files of one made-up case hold; voxels x fastest, probabilities one array per region. */
export interface DemoCaseContent {
  id: string;
  geometry: Geometry;
  images: { voxels: Int16Array<ArrayBuffer> }[];
  reference: Uint8Array<ArrayBuffer>;
  predictions: {
    model: string;
    labelMap: Uint8Array<ArrayBuffer>;
    probabilities?: Float32Array<ArrayBuffer>[];
  }[];
}

export interface DemoDataset {
  channelNames: string[];
  regions: Region[];
  regionsClassOrder: number[];
  caseCount: number;
}

export interface DemoFile {
  path: string;
  blob: Blob;
}

/**
 * The files of one case laid out as an nnU-Net folder, so that the demo takes the same way in as dropped
 * files: imagesTr, labelsTr and one `predictions_<model>` a model with the probabilities beside the label map.
 */
export async function demoFiles(content: DemoCaseContent, folder: string): Promise<DemoFile[]> {
  const { id, geometry, images, reference, predictions } = content;
  const labelMapFile = async (path: string, voxels: Uint8Array): Promise<DemoFile> => ({
    path: `${folder}/${path}.nii.gz`,
    blob: new Blob([await writeNiftiGz({ voxels, geometry })]),
  });
  return Promise.all([
    // Noise hardly shrinks, and compressing it would take a third of the time in which the demo is made.
    ...images.map(({ voxels }, channel) => ({
      path: `${folder}/imagesTr/${id}_${String(channel).padStart(4, '0')}.nii`,
      blob: new Blob([writeNifti({ voxels, geometry })]),
    })),
    labelMapFile(`labelsTr/${id}`, reference),
    ...predictions.map(({ model, labelMap }) => labelMapFile(`predictions_${model}/${id}`, labelMap)),
    ...predictions.flatMap(({ model, probabilities }) =>
      probabilities ? [npz(`${folder}/predictions_${model}/${id}.npz`, probabilities, geometry.shape)] : [],
    ),
  ]);
}

/** As nnU-Net's --save_probabilities: (regions, z, y, x). */
function npz(
  path: string,
  regions: readonly Float32Array[],
  [width, height, depth]: Geometry['shape'],
): DemoFile {
  const values = new Float32Array(regions.length * width * height * depth);
  regions.forEach((region, index) => {
    values.set(region, index * region.length);
  });
  const probabilities = { shape: [regions.length, depth, height, width], values };
  return { path, blob: new Blob([writeNpz({ probabilities })]) };
}

/** dataset.json of the demo as nnU-Net wants it: the order of the keys is the order of the regions. */
export function demoDatasetFile(dataset: DemoDataset, folder: string): DemoFile {
  const { channelNames, regions, regionsClassOrder, caseCount } = dataset;
  const labels = regions.map((region) => [
    region.name,
    region.labels.length === 1 ? region.labels[0] : region.labels,
  ]);
  const content = {
    channel_names: Object.fromEntries(channelNames.map((name, channel) => [channel, name])),
    labels: { background: 0, ...Object.fromEntries(labels) },
    regions_class_order: regionsClassOrder,
    numTraining: caseCount,
    file_ending: '.nii.gz',
  };
  return {
    path: `${folder}/dataset.json`,
    blob: new Blob([JSON.stringify(content, null, 4)], { type: 'application/json' }),
  };
}
