import { Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { chooseScheme } from '../../actions/chooseScheme';
import { nameChannels } from '../../actions/nameChannels';
import type { Problem } from '../../domain/errors';
import { regionsOfLabels } from '../../domain/regionsOfLabels';
import { useTranslate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';

/** What a person can answer where a file does not say it; nothing for problems that only other files solve. */
export function ProblemRemedy({ problem }: { problem: Problem }) {
  if (problem.code === 'channels-unclear') return <ChannelsForm count={Number(problem.facts.channels)} />;
  return problem.code === 'masks-overlap' ? <OverlapButton /> : null;
}

/** Which region each channel is; holds for every file in which that was unclear. */
function ChannelsForm({ count }: { count: number }) {
  const { t } = useTranslate();
  const scheme = useCohortStore((facts) => facts.scheme);
  const [chosen, setChosen] = useState<readonly string[]>(() => Array.from({ length: count }, () => ''));
  if (!scheme) return null;
  const names = scheme.regions.map(({ name }) => name);
  const isComplete = new Set(chosen.filter((name) => name !== '')).size === names.length;
  return (
    <fieldset className="channels-form">
      <legend>{t('intake.nameChannels')}</legend>
      <Group gap="xs" align="end">
        {chosen.map((name, channel) => (
          <NativeSelect
            // biome-ignore lint/suspicious/noArrayIndexKey: a channel is its place in the file
            key={channel}
            size="xs"
            label={t('intake.channel', { number: channel + 1 })}
            value={name}
            data={['', ...names]}
            onChange={({ currentTarget }) => setChosen(chosen.with(channel, currentTarget.value))}
          />
        ))}
        <Button size="xs" disabled={!isComplete} onClick={() => nameChannels(chosen)}>
          {t('intake.useChannels')}
        </Button>
      </Group>
    </fieldset>
  );
}

function OverlapButton() {
  const { t } = useTranslate();
  const scheme = useCohortStore((facts) => facts.scheme);
  const overlapping = scheme && regionsOfLabels(scheme);
  if (!overlapping) return null;
  return (
    <Button size="xs" variant="default" onClick={() => chooseScheme(overlapping)}>
      {t('intake.scoreAsRegions')}
    </Button>
  );
}
