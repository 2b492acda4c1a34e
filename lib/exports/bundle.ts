import { type FhirResource, toFhirCollection } from "@/lib/assessments/fhir/collection";
import { toFhirObservations } from "@/lib/assessments/fhir/observations";
import type { RecordedResponse } from "@/lib/assessments/fhir/questionnaire-response";
import type { Instrument } from "@/lib/assessments/instrument";
import type { ScoreRecord } from "@/lib/assessments/score-set";
import { daysWithoutCheck, whyNotFull, whyNotSent } from "@/lib/exports/missing";
import type {
  ExportedCheck,
  ExportedConsent,
  ExportedGoal,
  ExportedPath,
  ExportedRecord,
  ExportedSession,
} from "@/lib/exports/record";
import { measureWords } from "@/lib/goals/goal";

type Subject = { reference: string };
type Resource = FhirResource | ({ resourceType: string } & Record<string, unknown>);

/** One client’s record as a FHIR R4 Bundle of type collection. */
export type RecordBundle = {
  resourceType: "Bundle";
  type: "collection";
  timestamp: string;
  entry: { resource: Resource }[];
};

const HL7 = "http://terminology.hl7.org/CodeSystem";
const SURVEY = [{ coding: [{ system: `${HL7}/observation-category`, code: "survey", display: "Survey" }] }];

/**
 * Patient, care plan, consent, goals, sessions, checks, and questionnaires with their responses and scores, under codes of `base`. A check that
 * was not kept is an Observation with a reason and no value; a score that does not exist likewise. `madeAt`: an ISO instant.
 */
export function recordBundle(record: ExportedRecord, base: string, madeAt: string): RecordBundle {
  const subject = { reference: `Patient/${record.clientId}` };
  const sent = record.sittings.filter((one) => one.submittedAt !== null && whyNotSent(one, record.today) === null);
  const responses = sent.map(({ instrument, id, submittedAt, answers, scores }) => ({
    ...{ instrument, scores },
    response: { id, patientId: record.clientId, authored: submittedAt ?? "", completed: true, answers },
  }));
  const { entry = [] } = record.hasAnswers
    ? toFhirCollection(responses, base)
    : { entry: scoresAlone(responses, base) };
  const own: Resource[] = [
    patient(record, base),
    ...(record.path ? [carePlan(record.path, subject)] : []),
    ...record.consents.map((consent) => consentResource(consent, subject)),
    ...record.goals.map((one) => goalResource(one, base, subject)),
    ...record.sessions.map((one) => appointmentResource(one, subject)),
    ...checks(record, base, subject),
  ];
  return {
    resourceType: "Bundle",
    type: "collection",
    timestamp: madeAt,
    entry: [...own.map((resource) => ({ resource })), ...entry],
  };
}

/** What somebody agreed to, or took back. */
export const consentResource = ({ decision, version, decidedAt }: ExportedConsent, subject: Subject): Resource => ({
  resourceType: "Consent",
  status: decision === "agreed" ? "active" : "inactive",
  scope: { coding: [{ system: `${HL7}/consentscope`, code: "treatment" }] },
  category: [{ coding: [{ system: "http://loinc.org", code: "59284-0", display: "Consent Document" }] }],
  patient: subject,
  dateTime: decidedAt,
  policyRule: { text: `The consent text of the portal, version ${version}.` },
});

function patient({ clientId, recordNumber, name }: ExportedRecord, base: string): Resource {
  return {
    resourceType: "Patient",
    id: clientId,
    identifier: [{ system: `${base}/record-number`, value: String(recordNumber) }],
    ...(name !== null && { name: [{ text: name }] }),
  };
}

function carePlan({ id, protocol, startsOn, endsOn, isEnded }: ExportedPath, subject: Subject): Resource {
  return {
    resourceType: "CarePlan",
    id,
    status: isEnded ? "completed" : "active",
    intent: "plan",
    title: protocol,
    subject,
    period: { start: startsOn, ...(endsOn !== null && { end: endsOn }) },
  };
}

const lifecycles = { "going-on": "active", met: "completed", "let-go": "cancelled" } as const;

/** A goal in the client’s words. Its line is a target, and nothing says how near to it anybody is. */
const goalResource = (
  { id, words, measure, line, startedOn, standing, since }: ExportedGoal,
  base: string,
  subject: Subject,
): Resource => ({
  resourceType: "Goal",
  id,
  lifecycleStatus: lifecycles[standing],
  description: { text: words },
  subject,
  startDate: startedOn,
  statusDate: since,
  ...(measure !== null &&
    line !== null && {
      target: [
        {
          measure: {
            coding: [
              {
                system: `${base}/CodeSystem/scores`,
                code: measure === "connection" ? "connection-check" : `five-dimensions.now.${measure}`,
              },
            ],
            text: measureWords(measure),
          },
          detailQuantity: { value: line, unit: "{score}", system: "http://unitsofmeasure.org", code: "{score}" },
        },
      ],
    }),
});

const statuses = { planned: "booked", done: "fulfilled", missed: "noshow", cancelled: "cancelled" } as const;

const appointmentResource = (
  { id, startsAt, endsAt, minutes, status }: ExportedSession,
  subject: Subject,
): Resource => ({
  resourceType: "Appointment",
  id,
  status: statuses[status],
  start: startsAt,
  end: endsAt,
  minutesDuration: minutes,
  participant: [{ actor: subject, status: "accepted" }],
});

const observed = (base: string, subject: Subject) => ({
  resourceType: "Observation",
  status: "final",
  category: SURVEY,
  code: {
    coding: [{ system: `${base}/CodeSystem/scores`, code: "connection-check" }],
    text: "How connected do you feel right now? 1 to 10",
  },
  subject,
});

/** One check that was kept. */
export const keptCheck = (
  { id, recordedAt, score, note }: Omit<ExportedCheck, "date">,
  base: string,
  subject: Subject,
): Resource => ({
  ...observed(base, subject),
  id,
  effectiveDateTime: recordedAt,
  valueQuantity: { value: score, unit: "{score}", system: "http://unitsofmeasure.org", code: "{score}" },
  ...(note !== null && { note: [{ text: note }] }),
});

const checks = (record: ExportedRecord, base: string, subject: Subject): Resource[] => [
  ...record.checks.map((check) => keptCheck(check, base, subject)),
  ...daysWithoutCheck(record).map(({ date, reason }) => ({
    ...observed(base, subject),
    effectiveDateTime: date,
    dataAbsentReason: {
      coding: [{ system: `${HL7}/data-absent-reason`, code: "unknown", display: "Unknown" }],
      text: reason,
    },
  })),
];

type Scored = { instrument: Instrument; response: RecordedResponse; scores: readonly ScoreRecord[] };

/** Scores as they are kept, where single answers were not asked for: derived from a response that is not in the file. */
function scoresAlone(scored: readonly Scored[], base: string): { resource: Resource }[] {
  return scored
    .filter(({ instrument }) => instrument.sensitivity !== "safety")
    .flatMap(({ instrument, response, scores }) =>
      toFhirObservations(
        instrument,
        response,
        base,
        scores.map((score) => ({ ...score, reason: whyNotFull(score) })),
      ).map(({ derivedFrom: _, ...observation }) => ({ resource: observation })),
    );
}
