import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './Button';

interface ConfirmDialogProps {
  title: string;
  children: ReactNode;
  confirm: string;
  cancel: string;
  isPending: boolean;
  onConfirm: () => void;
}

/** Asks before something that cannot be taken back; the way out comes first and takes the focus. */
export function ConfirmDialog({ title, children, confirm, cancel, isPending, onConfirm }: ConfirmDialogProps) {
  return (
    <ModalOverlay className="fixed inset-0 z-10 grid place-items-center overflow-y-auto bg-black/60 p-4">
      <Modal className="w-full max-w-lg rounded-16 bg-white shadow-3">
        <Dialog role="alertdialog" className="grid gap-4 p-5 outline-none sm:p-8">
          {({ close }) => (
            <>
              <Heading slot="title" className="text-std-20B-150 sm:text-std-22B-150">
                {title}
              </Heading>
              {children}
              <div className="mt-2 flex flex-wrap justify-end gap-3">
                <Button look="outlined" autoFocus onPress={close}>
                  {cancel}
                </Button>
                <Button isPending={isPending} onPress={onConfirm}>
                  {confirm}
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
