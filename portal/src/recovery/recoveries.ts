import { useMutation } from '@tanstack/react-query';
import { auth, bodyOf } from '../api/clients';
import { dateOf } from '../identity/birthDate';
import type { Identity } from '../identity/IdentityFields';
import { padded } from '../identity/memberNumber';
import type { NewPassword } from '../identity/NewPasswordFields';

/** What is typed from a letter; empty where a link came by mail. */
export interface Letter {
  memberNumber: string;
  code: string;
}

/** How somebody who forgot a password says who it is. */
export interface PasswordForgotten extends Identity {
  by: 'loginId' | 'identity';
  loginId: string;
}

/** Asks for a link or a letter; the answer is the same whoever asks. */
export function useLoginIdRecovery() {
  return useMutation({
    mutationFn: (identity: Identity) => bodyOf(auth.POST('/login-id-recoveries', { body: written(identity) })),
  });
}

/** Asks for a link or a letter; the answer is the same whoever asks. */
export function usePasswordRecovery() {
  return useMutation({
    mutationFn: ({ by, loginId, ...identity }: PasswordForgotten) =>
      bodyOf(
        auth.POST('/password-recoveries', {
          body: by === 'loginId' ? { loginId } : written(identity),
        }),
      ),
  });
}

/** Gives the member a new login ID and password; the old ones end. */
export function useNewLoginId(token: string | undefined) {
  return useMutation({
    mutationFn: ({ loginId, password, ...letter }: NewPassword & Letter & { loginId: string }) =>
      bodyOf(auth.POST('/login-id-recoveries/completion', { body: { ...proof(token, letter), loginId, password } })),
  });
}

/** Gives the login ID a new password. */
export function useNewPassword(token: string | undefined) {
  return useMutation({
    mutationFn: ({ password, ...letter }: NewPassword & Letter) =>
      bodyOf(auth.POST('/password-recoveries/completion', { body: { ...proof(token, letter), password } })),
  });
}

function written({ memberNumber, birthDate }: Identity) {
  return { memberNumber: padded(memberNumber), birthDate: dateOf(birthDate) };
}

function proof(token: string | undefined, { memberNumber, code }: Letter) {
  return token === undefined ? { memberNumber: padded(memberNumber), code: code.trim() } : { token };
}
