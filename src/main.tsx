import '@mantine/core/styles.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/dropzone/styles.css';
import './app/theme.css';
import './app/app.css';
import './app/case.css';
import './app/cohort/cohort.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element "root"');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
