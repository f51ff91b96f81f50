import type { GeometryWarning } from '../domain/results';
import { formatMeasure } from './formatNumber';
import type { Translate } from './translate';

/**
 * What a reader must know about a case's files, in one sentence. `nameOf` says how a file is called;
 * `isTurned` when a person had the map turned although the headers lie apart.
 */
export function warningText(
  t: Translate,
  warning: GeometryWarning,
  nameOf: (file: string) => string = (file) => file,
  isTurned = false,
): string {
  const file = nameOf(warning.file);
  switch (warning.kind) {
    case 'headers-apart': {
      const facts = {
        file,
        otherFile: nameOf(warning.otherFile),
        distance: formatMeasure(warning.distanceMm),
      };
      return t(isTurned ? 'scores.turnedByHeader' : 'scores.headersApart', facts);
    }
    case 'reoriented':
      return t('scores.reoriented', { file, otherFile: nameOf(warning.otherFile) });
    case 'spacing-differs':
      return t('scores.spacingDiffers', { file, otherFile: nameOf(warning.otherFile) });
    case 'unusual-edge':
      return t('scores.unusualEdge', { file, spacing: warning.spacing });
    case 'spacing-contradicts-form':
      return t('scores.spacingContradictsForm', { file, pixdim: warning.pixdim, form: warning.form });
    case 'no-spacing': {
      const { axes, spacing, form } = warning;
      return t(form === spacing ? 'scores.noSpacing' : 'scores.noSpacingButForm', {
        file,
        axes,
        spacing,
        form,
      });
    }
    case 'no-orientation':
      return t('scores.noOrientation', { file });
    case 'rounded-values':
      return t('scores.roundedValues', { file, voxels: warning.voxels });
    case 'nan-voxels':
      return t('scores.nanVoxels', { file, voxels: warning.voxels });
    case 'segments-renumbered':
      return t('scores.segmentsRenumbered', { file, segments: warning.segments });
    case 'segments-unnamed':
      return t('scores.segmentsUnnamed', { file, segments: warning.segments });
    case 'mask-left-out': {
      const { structure, problem } = warning;
      const facts: Record<string, string | number> = { ...problem.facts };
      if (typeof facts.otherFile === 'string') facts.otherFile = nameOf(facts.otherFile);
      return t('scores.maskLeftOut', { file, structure, why: t(`errors.${problem.code}`, facts) });
    }
    case 'masks-missing':
      return t('scores.masksMissing', { file, structures: warning.structures });
    case 'segments-contradict':
      return t('scores.segmentsContradict', { file, inner: warning.inner, outer: warning.outer });
  }
}
