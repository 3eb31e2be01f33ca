-- The administrator may let a failed mail be tried again.
ALTER POLICY sender_change ON mail
  USING ((SELECT app.is_system()) OR (SELECT app.is_administrator()))
  WITH CHECK ((SELECT app.is_system()) OR (SELECT app.is_administrator()));
