import type { FormState } from "@/lib/form-state";

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

export type SessionLine = {
  readonly id: string;
  readonly device: string;
  readonly since: string;
  readonly lastSeen: string;
  readonly isThisOne: boolean;
};

export type PasskeyLine = {
  readonly id: string;
  readonly device: string;
  readonly added: string;
  readonly lastUsed: string | null;
};

export type AccountActions = {
  readonly rename: FormAction;
  readonly newPassword: FormAction;
  readonly startFactor: FormAction;
  readonly dropFactor: FormAction;
  readonly newCodes: FormAction;
  readonly beginPasskey: FormAction;
  readonly keepPasskey: FormAction;
  readonly dropPasskey: FormAction;
  readonly endSession: FormAction;
  readonly endOthers: FormAction;
  readonly signOut: () => Promise<void>;
};

export type AccountData = {
  readonly name: string;
  readonly email: string;
  readonly isStaff: boolean;
  readonly factor: "none" | "waiting" | "on";
  readonly recoveryCodesLeft: number;
  /** The host that passkeys of this house belong to; none where people open a bare number. */
  readonly passkeyHost: string | undefined;
  readonly passkeys: readonly PasskeyLine[];
  readonly sessions: readonly SessionLine[];
};
