-- Which sessions a sign-in has, for the list of them and to end one.
CREATE INDEX session_sign_in ON session ((sess #>> '{passport,user,signInId}'));
