-- Before a live consultation meets, its circle is reminded once for each date.
ALTER TABLE "consultation" ADD COLUMN "remindedFor" TIMESTAMPTZ(3);

SELECT app.make_queue('consultation.remind');
GRANT UPDATE ("remindedFor") ON consultation TO werkraum_app;
