import type { DemoCaseRequest, DemoCaseResponse } from '../protocol';

export async function makeDemoCase(_request: DemoCaseRequest): Promise<DemoCaseResponse> {
  return { files: [] };
}
