import { NativeSelect, TextInput } from '@mantine/core';
import { changeRole, renameModel } from '../../actions/reviewRoles';
import type { HandlerName, Role, Source } from '../../domain/recognition';
import { useTranslate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';

const roleWords = {
  reference: 'intake.roleReference',
  prediction: 'intake.rolePrediction',
  image: 'intake.roleImage',
  'left-out': 'intake.roleLeftOut',
} as const satisfies Record<Role, string>;

const handlerWords = {
  'nnunet-results': 'intake.byNnunetResults',
  'nnunet-raw': 'intake.byNnunetRaw',
  'prediction-folder': 'intake.byPredictionFolder',
  'reference-folder': 'intake.byReferenceFolder',
  'case-files': 'intake.byCaseFiles',
  'model-files': 'intake.byModelFiles',
  'flat-folder': 'intake.byFlatFolder',
  none: 'intake.byNone',
} as const satisfies Record<HandlerName, string>;

const noSources: Source[] = [];

/** Every folder with what it was taken for; roles and names of models can be changed. */
export function IntakeSources() {
  const { t } = useTranslate();
  const sources = useCohortStore((facts) => facts.recognition?.sources ?? noSources);
  if (sources.length === 0) return null;
  return (
    <section className="panel">
      <h2 id="intake-folders">{t('intake.folders')}</h2>
      <table className="intake-table sources" aria-labelledby="intake-folders">
        <thead>
          <tr>
            <th scope="col" className="role">
              {t('intake.role')}
            </th>
            <th scope="col">{t('intake.folder')}</th>
            <th scope="col" className="model">
              {t('intake.modelName')}
            </th>
            <th scope="col" className="count">
              {t('intake.files')}
            </th>
            <th scope="col" className="count">
              {t('intake.casesHeading')}
            </th>
            <th scope="col" className="handler">
              {t('intake.recognisedAs')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...sources].sort(byKey).map((source) => (
            <SourceRow key={source.key} source={source} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Rows stay where they are when their role changes. */
function byKey(first: Source, second: Source): number {
  return first.key < second.key ? -1 : 1;
}

function SourceRow({ source }: { source: Source }) {
  const { t } = useTranslate();
  const { key, folder, role, model, foundModel, handler, fileCount, caseCount, example } = source;
  const name = folder || t('intake.droppedFiles');
  return (
    <tr className={role === 'left-out' ? 'left-out' : undefined}>
      <td>
        <NativeSelect
          size="xs"
          aria-label={t('intake.roleOf', { folder: name })}
          value={role}
          data={Object.entries(roleWords).map(([value, word]) => ({ value, label: t(word) }))}
          onChange={({ currentTarget }) => changeRole(key, currentTarget.value as Role)}
        />
      </td>
      <td title={example}>
        <span className="path">{name}</span>
        <span className="example quiet">{example.slice(example.lastIndexOf('/') + 1)}</span>
      </td>
      <td>
        {role === 'prediction' && (
          <TextInput
            // A name that was undone elsewhere is shown as it then is.
            key={model}
            size="xs"
            aria-label={t('intake.modelOf', { folder: name })}
            defaultValue={model}
            onBlur={({ currentTarget }) => {
              // Emptied, it has the name again by which it was recognised.
              if (currentTarget.value.trim() === '') currentTarget.value = foundModel;
              renameModel(foundModel, currentTarget.value);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur();
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              event.currentTarget.value = model;
              event.currentTarget.blur();
            }}
          />
        )}
      </td>
      <td className="count">{fileCount}</td>
      <td className="count">{caseCount}</td>
      <td>
        {source.isGuess && <span className="guess">{t('intake.guessed')}</span>}
        {source.isGuess && ' · '}
        <span className="quiet">{source.isChosen ? t('intake.chosen') : t(handlerWords[handler])}</span>
      </td>
    </tr>
  );
}
