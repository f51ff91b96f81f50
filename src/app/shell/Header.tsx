import { ActionIcon, Anchor, Button, Select, Tooltip } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { askForScheme } from '../../actions/chooseScheme';
import { changeView, navigate } from '../../actions/navigate';
import { profileTitles } from '../../derived/profileTitles';
import { profileNames } from '../../domain/profile';
import { languages, nextLanguage } from '../../i18n/languages';
import { useTranslate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';
import { useViewStore } from '../../stores/viewStore';
import { HeaderTools } from './HeaderTools';

/** Where one is, and what every number on screen means: scheme and convention. */
export function Header() {
  const { t } = useTranslate();
  const cohort = useCohortStore((facts) => facts.cohort);
  const hasFiles = useCohortStore((facts) => facts.recognition !== null);
  const scheme = useCohortStore((facts) => facts.scheme);
  const isConfirmed = useCohortStore((facts) => facts.isSchemeConfirmed);
  const screen = useViewStore((view) => view.screen);
  const caseId = useViewStore((view) => view.caseId);
  // Neither the cohort's name nor any score may tell what is rated.
  const isBlinded = screen === 'rate';
  const colorScheme = useViewStore((view) => view.colorScheme);
  const language = useViewStore((view) => view.language);
  const other = languages[nextLanguage(language)].name;
  return (
    <header className="header">
      <Anchor component="button" className="brand" onClick={() => navigate({ screen: 'start' })}>
        <img src="./icon.svg" alt="" width="22" height="22" /> RegionLens
      </Anchor>
      {isBlinded && <span aria-current="page">{t('rating.title')}</span>}
      {cohort && !isBlinded && (
        <nav aria-label={t('app.cohort')} className="crumbs">
          <Anchor
            component="button"
            aria-current={screen === 'cohort' ? 'page' : undefined}
            onClick={() => navigate({ screen: 'cohort' })}
          >
            {cohort.name || t('app.cohort')}
          </Anchor>
          <span className="quiet">
            {t('app.cases', { count: cohort.cases.length })} ·{' '}
            {t('app.models', { count: cohort.models.length })}
          </span>
          {hasFiles && (
            <Anchor
              component="button"
              aria-current={screen === 'files' ? 'page' : undefined}
              onClick={() => navigate({ screen: 'files' })}
            >
              {t('intake.title')}
            </Anchor>
          )}
          {screen === 'case' && caseId && <span aria-current="page">{caseId}</span>}
        </nav>
      )}
      <div className="header-right">
        {cohort && !isBlinded && (
          <Button size="compact-sm" variant="default" onClick={askForScheme}>
            {t('app.schemeIs', { name: isConfirmed && scheme ? scheme.name : t('app.noScheme') })}
          </Button>
        )}
        {!isBlinded && <ConventionSelect />}
        <HeaderTools />
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('app.switchLanguage', { name: other })}
          onClick={() => changeView({ language: nextLanguage(language) })}
        >
          {other}
        </Button>
        <ActionIcon
          variant="subtle"
          aria-label={t('app.switchColors')}
          onClick={() => changeView({ colorScheme: colorScheme === 'dark' ? 'light' : 'dark' })}
        >
          {colorScheme === 'dark' ? <IconSun size={18} /> : <IconMoon size={18} />}
        </ActionIcon>
      </div>
    </header>
  );
}

function ConventionSelect() {
  const { t } = useTranslate();
  const profile = useViewStore((view) => view.profile);
  return (
    <Tooltip label={t('app.conventionHint')}>
      <Select
        size="xs"
        w={140}
        aria-label={t('app.convention')}
        allowDeselect={false}
        data={profileNames.map((value) => ({ value, label: profileTitles[value] }))}
        value={profile}
        onChange={(value) => changeView({ profile: profileNames.find((name) => name === value) })}
      />
    </Tooltip>
  );
}
