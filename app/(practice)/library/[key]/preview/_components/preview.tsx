"use client";

import type { Route } from "next";
import { type ComponentProps, useState } from "react";
import { Sitting } from "@/components/assessments/sitting";
import type { FormState } from "@/lib/form-state";

type Props = { back: Route } & Pick<
  ComponentProps<typeof Sitting>,
  "title" | "forms" | "stems" | "locale" | "layout" | "questions" | "tellsAtOnce"
>;

const kept: FormState = { status: "done", message: "Saved" };
const keepNothing = async (): Promise<FormState> => kept;

/** The client's own page, with answers that go nowhere. */
export function Preview({ back, ...sitting }: Props) {
  const [id] = useState(() => crypto.randomUUID());
  return (
    <div className="mt-6 mx-auto border border-edge overflow-hidden max-w-160 rounded-[10px]">
      <Sitting
        {...sitting}
        id={id}
        answers={[]}
        save={keepNothing}
        submit={async () => ({ status: "refused", message: "That was the end of the preview. Nothing was sent." })}
        onDevice={false}
        stopAt={back}
        leave={null}
        help={
          <details className="px-5">
            <summary className="py-2.75 min-h-11 text-ink-2 underline underline-offset-3 cursor-pointer">
              Where to turn
            </summary>
            <p className="grid gap-1">Here a client finds the numbers of the country that they are in.</p>
          </details>
        }
      />
    </div>
  );
}
