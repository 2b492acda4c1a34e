import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormSelect } from "@/components/forms/form-fields";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { Empty } from "@/components/ui/empty";
import { listBookable } from "@/db/queries/appointments/appointments";
import { subjectText } from "@/lib/appointments/appointment-forms";
import { withWhom } from "@/lib/appointments/calendar";
import { readLocalDate } from "@/lib/time/local-date";
import { loadForStaff } from "@/server/load";
import { WhenFields } from "../../_sessions/when-fields";
import { PracticePage } from "../../_shell/practice-page";
import { book } from "../actions";

export const metadata: Metadata = { title: "Book a session" };

type Props = { searchParams: Promise<{ client?: string; couple?: string; day?: string }> };

export default async function BookPage({ searchParams }: Props) {
  const { client, couple, day } = await searchParams;
  const { data, session } = await loadForStaff(listBookable);
  const options = [
    ...data.clients.map(({ id, name }) => ({ value: subjectText("client", id), label: name })),
    ...data.couples.map(({ id, names: [name, secondName] }) => ({
      value: subjectText("couple", id),
      label: `${withWhom({ name, secondName })}, together`,
    })),
  ];
  const asked = couple ? subjectText("couple", couple) : client ? subjectText("client", client) : undefined;
  const chosen = options.find(({ value }) => value === asked)?.value;
  return (
    <PracticePage session={session}>
      <Crumb href="/sessions">Sessions</Crumb>
      <PageHead title="Book a session" sub="One that has been held already can be written down here too." />
      {options.length === 0 ? (
        <Empty title="Nobody to book with yet">Sessions are booked with your own clients.</Empty>
      ) : (
        <ActionForm
          action={book}
          submit="Book it"
          busy="Booking…"
          className="mt-6 grid max-w-160 gap-4 [&>[data-look]]:justify-self-start"
        >
          <input type="hidden" name="id" value={randomUUID()} />
          <FormSelect
            name="with"
            label="With whom"
            options={[{ value: "", label: "Choose" }, ...options]}
            defaultValue={chosen ?? ""}
            required
          />
          <WhenFields zone={session.actor.zone} given={{ date: (day && readLocalDate(day)) || "" }} />
        </ActionForm>
      )}
    </PracticePage>
  );
}
