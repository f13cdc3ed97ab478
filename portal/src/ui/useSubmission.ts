import type { UseMutationResult } from '@tanstack/react-query';
import type { useForm } from './form';
import { refusedFields } from './refusedFields';

type FormOf<Entry extends object> = ReturnType<typeof useForm<Entry>>;

/** Sends a form that has no fault of its own; what the server finds wrong with its fields is shown at them. */
export function useSubmission<Entry extends object, Answer>(
  form: FormOf<Entry>,
  sending: UseMutationResult<Answer, Error, Entry>,
  onSuccess: (answer: Answer) => void,
) {
  const fields = Object.keys(form.entry);
  const submit = () => {
    if (sending.isPending) {
      return;
    }
    sending.reset();
    if (form.check()) {
      sending.mutate(form.entry, {
        onSuccess,
        onError: (error) => {
          const faults = refusedFields(error, fields);
          if (faults) {
            form.refuse(faults);
          }
        },
      });
    }
  };
  const { error, isPending } = sending;
  return { submit, isPending, problem: refusedFields(error, fields) ? null : error };
}
