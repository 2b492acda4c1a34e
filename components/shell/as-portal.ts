/** The ground of every page of a client; `--gut` is the room at its sides. */
export const asPortal = (): { className: string; "data-shell": "portal" } => ({
  className:
    "pt-[env(safe-area-inset-top)] pr-[env(safe-area-inset-right)] pl-[env(safe-area-inset-left)] min-h-screen bg-paper font-sans text-base [--gut:20px] max-tiny:[--gut:16px] desk:[--gut:40px] print:[&>main_section]:mb-5",
  "data-shell": "portal",
});
