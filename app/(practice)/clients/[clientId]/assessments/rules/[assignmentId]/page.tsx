import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { Columns } from "@/components/shell/columns";
import { Section } from "@/components/ui/section";
import { getClientRule } from "@/db/queries/assessments/assignment-rule";
import { ruleInWords } from "@/lib/assessments/assign-form";
import { isOpenEnded } from "@/lib/assessments/assignment-rule";
import { NotFound } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { loadClient } from "@/server/load-client";
import { ClientPage } from "../../../_shell/client-page";
import { ChangePreview } from "./_components/change-preview";
import { RuleFields } from "./_components/rule-fields";
import { readRule, type SearchParams, typedRule } from "./read-rule";

export const metadata: Metadata = { title: "Repeating" };

type Props = {
  params: Promise<{ clientId: string; assignmentId: string }>;
  searchParams: Promise<SearchParams>;
};

/** A recurring assignment: what it is, what it could be, and which occurrences that would change. */
export default async function RulePage({ params, searchParams }: Props) {
  const [{ assignmentId }, asked] = await Promise.all([params, searchParams]);
  const read = readRule(asked);
  const form = read && "form" in read ? read.form : null;
  const { data, session, today, standing } = await loadClient(params, async (scope, clientId) => {
    const id = z.uuid().safeParse(assignmentId);
    if (!id.success) throw new NotFound();
    const rule = await getClientRule(scope, { clientId, assignmentId: id.data, form });
    return { header: rule.header, rule };
  });
  const { header, rule } = data;
  const { preview } = rule;
  const faults = {
    ...(read && "faults" in read ? read.faults : {}),
    ...(preview && "fault" in preview ? { [preview.fault.field]: preview.fault.sentence } : {}),
  };
  const back = paths.client(header.id).assessments;
  return (
    <ClientPage session={session} header={header} standing={standing} today={today} current="assessments">
      <Columns
        sideLabel="What changes"
        main={
          <Section
            id="rule"
            title={rule.title}
            sub={`${ruleInWords(rule.rule)}. What is begun or answered stays where it is.`}
            action={
              <Link href={back} prefetch={false}>
                All assessments
              </Link>
            }
          >
            <RuleFields
              kind={rule.rule.kind}
              typed={typedRule(asked, rule)}
              faults={faults}
              protocolWeeks={standing?.path.totalWeeks ?? 10}
              today={today}
            />
          </Section>
        }
        side={
          <Section id="changes" title="What changes">
            {form && preview && "change" in preview ? (
              <ChangePreview
                id={randomUUID()}
                assignmentId={rule.id}
                edition={rule.edition}
                form={form}
                change={preview.change}
                touched={new Set(rule.scheduled.filter(({ isTouched }) => isTouched).map(({ id }) => id))}
                isOpenEnded={isOpenEnded(preview.rule)}
                today={today}
              />
            ) : (
              <p className="sec">
                {Object.keys(faults).length > 0
                  ? "Look at the marked fields first."
                  : "Nothing yet. Every occurrence that would move, appear or go is listed here before anything happens."}
              </p>
            )}
          </Section>
        }
      />
    </ClientPage>
  );
}
