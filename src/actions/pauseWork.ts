import { useWorkStore } from '../stores/workStore';
import { pool } from './pool';

/** Holds long work back: what is being read is finished, nothing new is begun, and the screen is still served. */
export function pauseWork(): void {
  pool.pause();
  useWorkStore.setState({ isPaused: true });
}

export function resumeWork(): void {
  pool.resume();
  useWorkStore.setState({ isPaused: false });
}
