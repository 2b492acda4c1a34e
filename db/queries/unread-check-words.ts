import type { Scope } from "../scope";

export const hasUnreadWords = async (_scope: Scope, _clientId: string): Promise<boolean> => false;
