import type { StructureErrors } from '../../domain/structureErrors';
import { structureErrors } from '../../kernels/structureErrors';
import type { FindErrorsRequest } from '../protocol';

/** Finds where one structure of an answer goes wrong. */
export async function findErrors({ part, labels, ignoreLabel }: FindErrorsRequest): Promise<StructureErrors> {
  return structureErrors(part, labels, ignoreLabel);
}
