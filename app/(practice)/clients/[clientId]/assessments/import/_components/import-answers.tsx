"use client";

import { FileForm } from "@/components/forms/file-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { paths } from "@/lib/paths";
import { importAnswers } from "../../actions";

type Props = { id: string; clientId: string; choices: readonly { value: string; label: string }[] };

export function ImportAnswers({ id, clientId, choices }: Props) {
  const [state, send] = useFormAction(importAnswers);
  const { losses } = state.shown ?? {};
  if (state.status === "done") {
    const lost = [losses ?? []].flat();
    return (
      <Notice
        tone="plain"
        title={state.message}
        announce
        actions={<LinkButton href={paths.client(clientId).assessment(id)}>Open them</LinkButton>}
      >
        {lost.length === 0 ? "Every answer in the file was taken." : lost.join(" ")}
      </Notice>
    );
  }
  return (
    <FileForm
      action={send}
      state={state}
      refused="They were not brought in. See below."
      submit="Bring the answers in"
      before={
        <>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="clientId" value={clientId} />
          <Select
            id="key"
            label="The questionnaire that was answered"
            hint="It has to be published here. Answers to another questionnaire, or to another version of it, are refused."
            options={[{ value: "", label: "Choose one" }, ...choices]}
            defaultValue={String(state.values?.key ?? "")}
            error={state.fields?.key}
            required
          />
        </>
      }
    />
  );
}
