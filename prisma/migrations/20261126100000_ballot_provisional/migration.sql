-- A decision that teams can still object to. On its own: a new value can be used only once it is committed.
ALTER TYPE "ballot_state" ADD VALUE 'provisional' BEFORE 'decided';
