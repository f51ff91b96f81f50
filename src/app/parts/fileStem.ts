import { useCohortStore } from '../../stores/cohortStore';

/** How every file that is saved begins: by the name of the cohort. */
export function fileStem(): string {
  return `regionlens-${useCohortStore.getState().cohort?.name || 'scores'}`.replaceAll(
    /[^\p{L}\p{N}._-]+/gu,
    '_',
  );
}
