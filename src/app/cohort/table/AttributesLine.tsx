import { Button, CloseButton, Tooltip } from '@mantine/core';
import { IconTablePlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { openAttributes, removeAttributes } from '../../../actions/openAttributes';
import { useTranslate } from '../../../i18n/translate';
import { useAttributesStore } from '../../../stores/attributesStore';
import { useCohortStore } from '../../../stores/cohortStore';
import { ProblemLine } from '../../parts/ProblemLine';

const mostNamed = 12;

/** Joins a table of case attributes, says how it was matched, and takes it away again. */
export function AttributesLine() {
  const { t } = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const { attributes, problem } = useAttributesStore();
  const total = useCohortStore((facts) => facts.cohort?.cases.length ?? 0);
  return (
    <>
      {problem && <ProblemLine problem={problem} />}
      {attributes ? (
        <span className="quiet joined">
          {t('cohort.joined', {
            file: attributes.file,
            columns: attributes.columns.length,
            matched: Object.keys(attributes.values).length,
            total,
            id: attributes.idColumn,
          })}
          <Named ids={attributes.unmatched} title="cohort.unmatchedIds" />
          <Named ids={attributes.repeated ?? []} title="cohort.repeatedIds" />
          <CloseButton size="xs" aria-label={t('cohort.removeAttributes')} onClick={removeAttributes} />
        </span>
      ) : (
        <Tooltip label={t('cohort.joinHint')}>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconTablePlus size={14} />}
            onClick={() => input.current?.click()}
          >
            {t('cohort.joinAttributes')}
          </Button>
        </Tooltip>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.txt"
        aria-label={t('cohort.joinAttributes')}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void openAttributes(file);
          currentTarget.value = '';
        }}
      />
    </>
  );
}

/** How many lines were of no use, and on hover which. */
function Named({
  ids,
  title,
}: {
  ids: readonly string[];
  title: 'cohort.unmatchedIds' | 'cohort.repeatedIds';
}) {
  const { t } = useTranslate();
  if (ids.length === 0) return null;
  return (
    <Tooltip label={ids.slice(0, mostNamed).join(', ') + (ids.length > mostNamed ? ', …' : '')}>
      <span className="left-out">· {t(title, { count: ids.length })}</span>
    </Tooltip>
  );
}
