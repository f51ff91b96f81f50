import {
  Button,
  Checkbox,
  Group,
  NumberInput,
  Progress,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { isFilterEmpty } from '../../domain/rowFilter';
import { type Language, languageKeys, languages } from '../../i18n/languages';
import { type Translate, translator, useTranslate } from '../../i18n/translate';
import { headings } from '../../report/htmlReport';
import { type ReportSection, reportSections } from '../../report/reportContent';
import { useCohortStore } from '../../stores/cohortStore';
import { useCohortViewStore } from '../../stores/cohortViewStore';
import { useViewStore } from '../../stores/viewStore';
import { downloadFile } from '../parts/downloadFile';
import { makeReport, type ReportOptions, type ReportStep } from './makeReport';
import './report.css';

const mostPages = 60;
const usualPages = 10;

type Outcome =
  | { kind: 'done'; file: Blob; name: string }
  | { kind: 'stopped' }
  | { kind: 'failed'; detail: string };

/** What goes into a report, and how far it is. */
export function ReportForm() {
  const { t } = useTranslate();
  const language = useViewStore((view) => view.language);
  const cohort = useCohortStore((facts) => facts.cohort);
  const isFiltered = useCohortViewStore(({ filter, brushed }) => brushed !== null || !isFilterEmpty(filter));
  const [options, setOptions] = useState<ReportOptions>(() => ({
    title: usualTitle(language, false, cohort?.name ?? ''),
    language,
    sections: [...reportSections],
    pageCount: Math.min(usualPages, cohort?.cases.length ?? 0),
    isAnonymous: false,
  }));
  const { step, outcome, start, stop } = useMaking(options);
  const change = (part: Partial<ReportOptions>) => setOptions((before) => ({ ...before, ...part }));
  const toggle = (section: ReportSection) =>
    change({
      sections: options.sections.includes(section)
        ? options.sections.filter((other) => other !== section)
        : [...options.sections, section],
    });
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('report.intro')}
      </Text>
      <TextInput
        label={t('report.titleField')}
        value={options.title}
        onChange={({ currentTarget }) => change({ title: currentTarget.value })}
        data-autofocus
      />
      <Group gap="xl" align="flex-end">
        <SegmentedControl
          size="sm"
          aria-label={t('report.languageField')}
          data={languageKeys.map((value) => ({ value, label: languages[value].name }))}
          value={options.language}
          onChange={(value) => change(otherLanguage(options, value as Language, cohort?.name))}
        />
        <NumberInput
          size="sm"
          w={130}
          label={t('report.pages')}
          min={0}
          max={Math.min(mostPages, cohort?.cases.length ?? 0)}
          value={options.pageCount}
          onChange={(value) => change({ pageCount: typeof value === 'number' ? value : 0 })}
        />
      </Group>
      <Text size="xs" c="dimmed">
        {t('report.pagesHint')}
      </Text>
      <fieldset className="report-sections">
        <legend>{t('report.sections')}</legend>
        {reportSections.map((section) => (
          <Checkbox
            key={section}
            size="sm"
            label={t(headings[section])}
            checked={options.sections.includes(section)}
            onChange={() => toggle(section)}
          />
        ))}
      </fieldset>
      {options.sections.includes('scenes') && (
        <Text size="xs" c="dimmed">
          {t('scenes.inReport')}
        </Text>
      )}
      <Checkbox
        label={t('report.anonymous')}
        description={t('report.anonymousHint')}
        checked={options.isAnonymous}
        onChange={({ currentTarget }) => change(anonymous(options, currentTarget.checked, cohort?.name))}
      />
      <Text size="xs" c="dimmed">
        {t('report.noPaths')}
      </Text>
      {isFiltered && <Text size="xs">{t('report.allCases')}</Text>}
      <div role="status">
        {step && <Progress value={shareOf(step)} aria-label={stepText(step, t)} />}
        <Text size="sm">{step ? stepText(step, t) : outcomeText(outcome, t)}</Text>
      </div>
      <Group justify="flex-end">
        {outcome?.kind === 'done' && !step && (
          <Button variant="default" onClick={() => downloadFile(outcome.name, outcome.file)}>
            {t('report.save')}
          </Button>
        )}
        {step ? (
          <Button variant="default" onClick={stop}>
            {t('words.cancel')}
          </Button>
        ) : (
          <Button onClick={start} disabled={options.sections.length === 0}>
            {t(outcome ? 'report.again' : 'report.start')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** Making goes on until it is done, stopped, or the dialog closes. */
function useMaking(options: ReportOptions) {
  const [step, setStep] = useState<ReportStep | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const work = useRef<AbortController | null>(null);
  useEffect(() => () => work.current?.abort(), []);
  // What was made is of other options.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the options.
  useEffect(() => setOutcome(null), [options]);
  const start = () => {
    const controller = new AbortController();
    work.current = controller;
    setOutcome(null);
    const finish = (result: Outcome) => {
      if (work.current !== controller) return;
      setStep(null);
      setOutcome(result);
    };
    makeReport(options, controller.signal, setStep).then(
      (file) => {
        if (controller.signal.aborted) return finish({ kind: 'stopped' });
        const name = `${options.title.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_')}.html`;
        downloadFile(name, file);
        return finish({ kind: 'done', file, name });
      },
      (reason: unknown) => {
        controller.abort();
        const isStopped = reason instanceof DOMException && reason.name === 'AbortError';
        return finish(isStopped ? { kind: 'stopped' } : { kind: 'failed', detail: String(reason) });
      },
    );
  };
  return { step, outcome, start, stop: () => work.current?.abort() };
}

/** A title that nobody changed follows the language. */
function otherLanguage(options: ReportOptions, language: Language, cohort = ''): Partial<ReportOptions> {
  const isOwn = options.title !== usualTitle(options.language, options.isAnonymous, cohort);
  return isOwn ? { language } : { language, title: usualTitle(language, options.isAnonymous, cohort) };
}

/** The folder's name may say whose images these are. */
function anonymous(options: ReportOptions, isAnonymous: boolean, cohort = ''): Partial<ReportOptions> {
  const isOwn = options.title !== usualTitle(options.language, options.isAnonymous, cohort);
  return isOwn ? { isAnonymous } : { isAnonymous, title: usualTitle(options.language, isAnonymous, cohort) };
}

function usualTitle(language: Language, isAnonymous: boolean, cohort: string): string {
  const t = translator(language);
  return isAnonymous || cohort === '' ? t('report.defaultTitle') : t('report.titleOf', { cohort });
}

function shareOf({ step, done, total }: ReportStep): number {
  if (step === 'numbers') return 5;
  if (step === 'writing') return 98;
  const share = total > 0 ? done / total : 1;
  if (step === 'scenes') return 5 + 5 * share;
  return step === 'pictures' ? 10 + 50 * share : 60 + 35 * share;
}

function stepText({ step, done, total }: ReportStep, t: Translate): string {
  const place = { done: Math.min(done + 1, total), total };
  switch (step) {
    case 'numbers':
      return t('report.stepNumbers');
    case 'scenes':
      return t('scenes.reportStep', place);
    case 'pictures':
      return t('report.stepPictures', place);
    case 'scores':
      return t('report.stepScores', place);
    case 'writing':
      return t('report.stepWriting');
  }
}

function outcomeText(outcome: Outcome | null, t: Translate): string {
  switch (outcome?.kind) {
    case 'done':
      return t('report.done', { size: (outcome.file.size / 1e6).toFixed(1) });
    case 'stopped':
      return t('report.stopped');
    case 'failed':
      return t('report.failed', { detail: outcome.detail });
    default:
      return '';
  }
}
