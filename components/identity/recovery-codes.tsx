"use client";

import { type ReactNode, useState } from "react";
import { useForm } from "@/components/forms/action-form";
import { asButton } from "@/components/ui/button";

/** Ten codes, shown this once: to copy, print or keep as a file. */
export function RecoveryCodes({ children }: { children?: ReactNode }) {
  const { state } = useForm();
  const [said, setSaid] = useState("");
  const codes = state.shown?.codes;
  if (!Array.isArray(codes)) return null;
  const text = `${codes.join("\n")}\n`;
  return (
    <div className="grid gap-4">
      <h2>Your recovery codes</h2>
      <p>
        Each opens Nearer once when your phone is not at hand. Keep them where you keep important papers. They are not
        shown again.
      </p>
      <ul className="grid gap-y-1 gap-x-6 grid-cols-[repeat(auto-fill,minmax(220px,1fr))] list-none text-base">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="flex gap-2.5 flex-wrap items-center">
        <CopyAll text={text} say={setSaid} />
        <button type="button" {...asButton({ small: true })} onClick={() => print()}>
          Print
        </button>
        <a
          {...asButton({ small: true })}
          download="nearer-recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        >
          Download
        </a>
        <span role="status">{said}</span>
      </div>
      {children}
    </div>
  );
}

function CopyAll({ text, say }: { text: string; say: (words: string) => void }) {
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => say("Copied."),
      () => say("Select the codes and copy them."),
    );
  return (
    <button type="button" {...asButton({ small: true })} onClick={copy}>
      Copy
    </button>
  );
}
