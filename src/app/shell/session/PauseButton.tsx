import { Button } from '@mantine/core';
import { pauseWork, resumeWork } from '../../../actions/pauseWork';
import { useTranslate } from '../../../i18n/translate';
import { useWorkStore } from '../../../stores/workStore';

/** Holds long work back and lets it go on; stands beside its cancel. */
export function PauseButton() {
  const { t } = useTranslate();
  const isPaused = useWorkStore((facts) => facts.isPaused);
  return (
    <Button size="compact-xs" variant="subtle" onClick={isPaused ? resumeWork : pauseWork}>
      {t(isPaused ? 'session.resume' : 'session.pause')}
    </Button>
  );
}
