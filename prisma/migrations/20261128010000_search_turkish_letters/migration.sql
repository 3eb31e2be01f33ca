-- "Yıldız" is found as "Yildiz", "Aydoğan" as "Aydogan": the last letter of the first list, a dot that
-- stands alone once "İ" is a small letter, is left out.
CREATE OR REPLACE FUNCTION app.fold(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT replace(translate(lower(word), 'àáâãäåçèéêëìíîïñòóôõöøùúûüýÿšžčćłąęśźżışğİĞŞ' || chr(775),
                                         'aaaaaaceeeeiiiinoooooouuuuyyszcclaeszzisgigs'), 'ß', 'ss') $$;

UPDATE search_entry e
   SET words = app.search_words(e."cohortId", a.name, concat_ws(' ', m.occupation, t.name))
  FROM membership m JOIN account a ON a.id = m."accountId" LEFT JOIN team t ON t.id = m."teamId"
 WHERE e.kind = 'membership' AND e."subjectId" = m.id AND a.name ~ '[ıİşŞğĞ]';
