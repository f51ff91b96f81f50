import '@mantine/core/styles.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/dropzone/styles.css';
import '@mantine/spotlight/styles.css';
import './app/theme.css';
import './app/app.css';
import './app/case.css';
import './app/gap/gap.css';
import './app/cohort/cohort.css';
import './app/cohort/compare.css';
import './app/session/session.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { rememberSession } from './actions/session/rememberSession';
import { App } from './app/App';
import { NewVersion } from './app/NewVersion';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element "root"');
rememberSession();
createRoot(root).render(
  <StrictMode>
    <App />
    <NewVersion />
  </StrictMode>,
);
