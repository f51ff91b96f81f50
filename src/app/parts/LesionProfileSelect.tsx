import { Select, Tooltip } from '@mantine/core';
import { changeLesionProfile } from '../../actions/measureCohort';
import { isLesionProfileName, lesionProfileNames, lesionProfiles } from '../../domain/lesions';
import { useTranslate } from '../../i18n/translate';
import { useViewStore } from '../../stores/viewStore';

const titles = {
  'gli-2023': 'BraTS 2023 GLI',
  'ssa-2023': 'BraTS 2023 SSA',
  'ped-2023': 'BraTS 2023 PED',
  'men-2023': 'BraTS 2023 MEN',
  'met-2023': 'BraTS 2023 MET',
} as const;

/** Which challenge's lesions are counted; what that means stands in the hint. */
export function LesionProfileSelect() {
  const { t } = useTranslate();
  const profile = useViewStore((view) => view.lesionProfile);
  const { dilations, thresholdMm3 } = lesionProfiles[profile];
  return (
    <Tooltip
      label={t('measures.lesionRule', {
        dilations,
        threshold: thresholdMm3,
        smallUnit: t('measures.eitherUnit'),
      })}
    >
      <Select
        size="xs"
        w={160}
        aria-label={t('measures.lesionProfile')}
        allowDeselect={false}
        data={lesionProfileNames.map((value) => ({ value, label: titles[value] }))}
        value={profile}
        onChange={(value) => isLesionProfileName(value) && changeLesionProfile(value)}
      />
    </Tooltip>
  );
}
