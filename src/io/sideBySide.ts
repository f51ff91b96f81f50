import type { VoxelSink } from './voxelSink';
import type { Numbers } from './voxelTypes';

/**
 * Takes voxels whose channels lie side by side and gives `sink` one channel behind the other, once all have come:
 * until then they are held, in the type of the file.
 */
export class SideBySide implements VoxelSink {
  private held: Numbers[] = [];
  private position = 0;

  constructor(
    private readonly sink: VoxelSink,
    private readonly channels: number,
    private readonly voxels: number,
  ) {}

  add(values: Numbers): void {
    if (this.held.length === 0) {
      const Type = values.constructor as new (length: number) => Numbers;
      this.held = Array.from({ length: this.channels }, () => new Type(this.voxels));
    }
    for (let index = 0; index < values.length; index++, this.position++) {
      this.held[this.position % this.channels][Math.floor(this.position / this.channels)] = values[index];
    }
  }

  finish(): void {
    for (const channel of this.held) this.sink.add(channel);
  }
}
