import { type ReaderName, readers } from 'virtual:itk-readers';
import { type Numbers, voxelTypes } from './voxelTypes';

/** As much of an Emscripten module of itk-wasm as reading needs. */
interface ItkModule {
  HEAPU8: Uint8Array;
  fs_writeFile(path: string, data: Uint8Array): void;
  callMain(args: string[]): number;
  ccall(name: string, returns: 'number', types: 'number'[], values: number[]): number;
  UTF8ToString(address: number): string;
  resetModuleStdout(): void;
  resetModuleStderr(): void;
  getModuleStderr(): string;
}

/** itk-wasm's description of an image. */
interface ItkDescription {
  imageType: { dimension: number; componentType: string; components: number };
  origin: number[];
  spacing: number[];
  size: number[];
}

/** An image as ITK sees it: LPS millimetres; `direction` row by row; several components lie interleaved. */
export interface ItkImage extends ItkDescription {
  direction: Float64Array;
  /** A view of the reader's own memory. */
  data: Numbers;
}

const datatypes: Record<string, keyof typeof voxelTypes> = {
  uint8: 2,
  int8: 256,
  int16: 4,
  uint16: 512,
  int32: 8,
  uint32: 768,
  int64: 1024,
  uint64: 1280,
  float32: 16,
  float64: 64,
};

/**
 * Starts itk-wasm's reader of one format over files held in its memory, the first being the header. A new
 * instance for every volume leaves nothing behind, whatever happens to it. `describe` and `read` throw an Error
 * with ITK's words, or the number of a C++ exception, when the files cannot be read.
 */
export async function openItk(
  reader: ReaderName,
  files: { name: string; bytes: Uint8Array }[],
): Promise<{ describe: () => ItkImage; read: () => ItkImage }> {
  const { script, wasm } = readers[reader];
  const { default: start } = (await import(/* @vite-ignore */ script)) as {
    default: (options: { locateFile: () => string }) => Promise<ItkModule>;
  };
  const module = await start({ locateFile: () => wasm });
  for (const { name, bytes } of files) module.fs_writeFile(name, bytes);
  const run = (options: string[]) => {
    module.resetModuleStdout();
    module.resetModuleStderr();
    const exitCode = module.callMain([files[0].name, '0', '1', '--memory-io', ...options]);
    const couldRead = new TextDecoder().decode(outputBytes(module, 0, 0));
    if (exitCode !== 0 || couldRead.trim() !== 'true') {
      throw new Error(module.getModuleStderr().trim() || 'ITK cannot read it');
    }
    return imageOf(module);
  };
  return { describe: () => run(['--information-only']), read: () => run([]) };
}

function outputBytes(module: ItkModule, output: number, part: number): Uint8Array {
  const ask = (what: string) =>
    module.ccall(
      `itk_wasm_output_array_${what}`,
      'number',
      ['number', 'number', 'number'],
      [0, output, part],
    );
  const address = ask('address') >>> 0;
  return module.HEAPU8.subarray(address, address + ask('size'));
}

function imageOf(module: ItkModule): ItkImage {
  const address = module.ccall('itk_wasm_output_json_address', 'number', ['number', 'number'], [0, 1]) >>> 0;
  const description = JSON.parse(module.UTF8ToString(address)) as ItkDescription;
  const { componentType } = description.imageType;
  const type = voxelTypes[datatypes[componentType]];
  if (!type) throw new Error(`voxels of type ${componentType}`);
  const direction = outputBytes(module, 1, 1).slice();
  const data = outputBytes(module, 1, 0);
  return {
    ...description,
    direction: new Float64Array(direction.buffer),
    data: type.view(data.buffer, data.byteOffset, data.length / type.bytes),
  };
}
