import type { LabelScheme } from '../domain/labelScheme';
import type { AnswerFailure, CaseScores } from '../domain/results';
import { caseScores } from '../kernels/caseScores';
import { failuresCsv, scoresCsv } from '../report/scoresCsv';
import { type SummaryCase, summaryJson } from '../report/summaryJson';
import { type ScoredCohort, scoresCase, scoresFile, scoresText } from '../scoresFile/write';
import type { Output } from './output';
import type { EvaluateOptions } from './parseArguments';

interface Outputs {
  json: Output;
  csv: Output | null;
  /** By model. */
  summaries: ReadonlyMap<string, Output | null>;
}

/** Writes every answer as soon as its turn comes and keeps nothing of it but what the summaries need. */
export class ScoresOutputs {
  private readonly head: ScoredCohort;
  private readonly text: ReturnType<typeof scoresText>;
  private readonly summarised = new Map<string, SummaryCase[]>();
  private first: CaseScores | null = null;

  constructor(
    private readonly outputs: Outputs,
    private readonly scheme: LabelScheme,
    private readonly options: Pick<EvaluateOptions, 'profile' | 'hasSummarySurfaces'>,
    private readonly messageOf: (failure: AnswerFailure) => string,
  ) {
    const producer = `regionlens ${__APP_VERSION__}`;
    const { profile } = options;
    this.head = { producer, scheme, profile, scores: [], failures: [], messageOf };
    this.text = scoresText(scoresFile(this.head), 1);
    outputs.json.write(this.text.before);
  }

  add(scores: CaseScores): void {
    const { json, csv, summaries } = this.outputs;
    const isFirst = this.first === null;
    this.first ??= scores;
    json.write(this.text.caseText(scoresCase(scores), isFirst));
    csv?.write(`${isFirst ? '' : '\n'}${scoresCsv([scores], this.options.profile, {}, isFirst)}`);
    const { result, convention } = scores;
    const { model, reference, prediction } = result;
    if (!summaries.get(model)) return;
    const measures = this.options.hasSummarySurfaces ? scores.measures : null;
    const ofNnunet = { ...convention, profile: 'nnunet' } as const;
    const { structures } = caseScores(result, this.scheme, ofNnunet, measures);
    const known = this.summarised.get(model) ?? [];
    known.push({ result: { reference, prediction }, structures });
    this.summarised.set(model, known);
  }

  /** Ends every text; the outputs are finished by whoever began them. */
  end(failures: AnswerFailure[]): void {
    const { json, csv, summaries } = this.outputs;
    json.write(scoresText(scoresFile({ ...this.head, failures }), 1).after);
    if (csv && failures.length > 0) {
      const between = this.first ? '\n' : '';
      csv.write(
        between + failuresCsv(failures, this.messageOf, this.options.profile, {}, this.first ?? undefined),
      );
    }
    for (const [model, output] of summaries) {
      const cases = this.summarised.get(model);
      if (cases) output?.write(summaryJson(cases, this.scheme, this.options.hasSummarySurfaces));
      else output?.discard();
    }
  }
}
