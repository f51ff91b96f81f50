import { Button, Group, Text, Title } from '@mantine/core';
import { IconFolderOpen, IconSparkles } from '@tabler/icons-react';
import { openDemo } from '../../actions/openDemo';
import { useTranslate } from '../../i18n/translate';
import { useSessionStore } from '../../stores/sessionStore';
import { FolderButton } from '../parts/FolderButton';
import { IntakeProblems } from '../parts/IntakeProblems';
import { SessionList } from './session/SessionList';

export function StartScreen() {
  const { t } = useTranslate();
  const sessions = useSessionStore((facts) => facts.sessions);
  const isRestoring = useSessionStore((facts) => facts.isRestoring);
  const isSilent = useSessionStore((facts) => facts.storageProblem === 'silent');
  // Nothing is shown that would move aside a moment later.
  if (!isSilent && (!sessions || isRestoring)) return <div className="start" />;
  const hasSessions = sessions !== null && sessions.length > 0;
  return (
    <div className={hasSessions ? 'start start-columns' : 'start'}>
      <div className="start-card">
        <Title order={1}>{t('app.tagline')}</Title>
        <Text size="lg" mt="md">
          {t('app.dropHere')}
        </Text>
        <Text c="dimmed">{t('app.dropScores')}</Text>
        <Group mt="lg" gap="sm">
          <Button
            size="md"
            variant={hasSessions ? 'default' : 'filled'}
            leftSection={<IconSparkles size={18} />}
            onClick={() => void openDemo()}
          >
            {t('app.openDemo')}
          </Button>
          <FolderButton size="md" picks="folder" variant="default" leftSection={<IconFolderOpen size={18} />}>
            {t('app.chooseFolder')}
          </FolderButton>
          <FolderButton size="md" picks="files" variant="subtle">
            {t('app.chooseFiles')}
          </FolderButton>
        </Group>
        <IntakeProblems />
        <Title order={2} size="h5" mt="xl">
          {t('app.layouts')}
        </Title>
        <ul className="layouts">
          <li>{t('app.layoutNnunet')}</li>
          <li>{t('app.layoutBrats')}</li>
          <li>{t('app.layoutSample')}</li>
          <li>{t('app.layoutFlat')}</li>
        </ul>
        <Text c="dimmed" size="sm" mt="md">
          {t('app.privacy')}
        </Text>
      </div>
      <SessionList />
    </div>
  );
}
