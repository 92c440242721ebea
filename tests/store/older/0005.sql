BEGIN TRANSACTION;
CREATE TABLE plein_aside (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	author_id INTEGER NOT NULL, 
	base INTEGER NOT NULL, 
	newest INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	digest VARCHAR NOT NULL, 
	at DATETIME NOT NULL, note TEXT, 
	CONSTRAINT pk_plein_aside PRIMARY KEY (id), 
	CONSTRAINT fk_plein_aside_author_id FOREIGN KEY(author_id) REFERENCES plein_person (id), 
	CONSTRAINT fk_plein_aside_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_aside_cycle_id_number UNIQUE (cycle_id, number)
);
CREATE TABLE plein_board (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	at DATETIME NOT NULL, seal VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_plein_board PRIMARY KEY (id), 
	CONSTRAINT uq_plein_board_name UNIQUE (name)
);
INSERT INTO "plein_board" VALUES(1,'skippers','2026-09-02 04:00:00.000000','3435810ced58697acf4c76269f11cb5f8ba4cdc5d6588d68bd62b11bf7e53dc0');
CREATE TABLE plein_board_person (
	id INTEGER NOT NULL, 
	board_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	CONSTRAINT pk_plein_board_person PRIMARY KEY (id), 
	CONSTRAINT fk_plein_board_person_board_id FOREIGN KEY(board_id) REFERENCES plein_board (id), 
	CONSTRAINT fk_plein_board_person_person_id FOREIGN KEY(person_id) REFERENCES plein_person (id), 
	CONSTRAINT uq_plein_board_person_board_id_person_id UNIQUE (board_id, person_id)
);
INSERT INTO "plein_board_person" VALUES(1,1,7);
INSERT INTO "plein_board_person" VALUES(2,1,8);
CREATE TABLE plein_comment (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	author_id INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	salt VARCHAR NOT NULL, 
	version INTEGER, 
	paragraph INTEGER, 
	suggestion INTEGER, 
	reply_to INTEGER, 
	at DATETIME NOT NULL, erased BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_plein_comment PRIMARY KEY (id), 
	CONSTRAINT fk_plein_comment_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT fk_plein_comment_author_id FOREIGN KEY(author_id) REFERENCES plein_person (id), 
	CONSTRAINT uq_plein_comment_cycle_id_number UNIQUE (cycle_id, number)
);
INSERT INTO "plein_comment" VALUES(1,1,1,2,'Is this list public?','64fae38b21414f707bc2c857122b40ea',1,5,NULL,NULL,'2026-09-02 10:00:00.000000',0);
CREATE TABLE plein_contribution (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	author_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	topic VARCHAR, 
	text TEXT NOT NULL, 
	closed BOOLEAN NOT NULL, 
	salt VARCHAR NOT NULL, 
	reply_to INTEGER, 
	source VARCHAR, 
	link VARCHAR, 
	said VARCHAR, 
	source_digest VARCHAR, 
	hidden_because TEXT, 
	at DATETIME NOT NULL, erased BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_plein_contribution PRIMARY KEY (id), 
	CONSTRAINT fk_plein_contribution_author_id FOREIGN KEY(author_id) REFERENCES plein_person (id), 
	CONSTRAINT fk_plein_contribution_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_contribution_cycle_id_number UNIQUE (cycle_id, number), 
	CONSTRAINT uq_plein_contribution_cycle_id_source_digest UNIQUE (cycle_id, source_digest)
);
INSERT INTO "plein_contribution" VALUES(1,1,1,3,'experience',NULL,'My son has been waiting for nine years.',0,'ec2b4ca435caebc0eb69d0bd6b89fbea',NULL,NULL,NULL,NULL,NULL,NULL,'2026-09-01 18:00:00.000000',0);
INSERT INTO "plein_contribution" VALUES(2,1,2,4,'idea','harbour','Build on the quay.',0,'9799fab27b48a69033154288ba193f31',NULL,NULL,NULL,NULL,NULL,NULL,'2026-09-01 19:00:00.000000',0);
INSERT INTO "plein_contribution" VALUES(3,1,3,6,'experience',NULL,'',0,'',NULL,NULL,NULL,NULL,NULL,NULL,'2026-09-01 20:00:00.000000',1);
INSERT INTO "plein_contribution" VALUES(4,1,4,7,'position','harbour','Nobody asked the skippers.',0,'320cacbaca7772ae56347e794a26fc47',2,NULL,NULL,NULL,NULL,NULL,'2026-09-01 21:00:00.000000',0);
INSERT INTO "plein_contribution" VALUES(5,2,1,4,'opinion',NULL,'The rent.',0,'323275bb96a78d34e7aeaad8b2f972fb',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-20 12:00:00.000000',0);
INSERT INTO "plein_contribution" VALUES(6,2,2,2,'opinion',NULL,'Between us.',1,'dc87abb60aea58ede8d974aea57c6bca',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-20 12:00:00.000000',0);
CREATE TABLE plein_cycle (
	id INTEGER NOT NULL, 
	slug VARCHAR NOT NULL, 
	title TEXT NOT NULL, 
	question TEXT NOT NULL, 
	definition JSON NOT NULL, 
	timezone VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	phase VARCHAR NOT NULL, 
	round INTEGER NOT NULL, 
	closes DATETIME, 
	revision INTEGER NOT NULL, 
	head VARCHAR NOT NULL, 
	since DATETIME NOT NULL, "after" INTEGER, avoid JSON, 
	CONSTRAINT pk_plein_cycle PRIMARY KEY (id), 
	CONSTRAINT uq_plein_cycle_slug UNIQUE (slug)
);
INSERT INTO "plein_cycle" VALUES(1,'housing','Housing','What should change about housing?','{"name": "plein66", "title": "Plein66", "start": "preparation", "phases": [{"name": "preparation", "space": "open", "acts": {"read": {"by": ["public"], "guards": []}, "set-topics": {"by": ["host"], "guards": []}, "appoint-host": {"by": ["host"], "guards": []}, "promise": {"by": ["host"], "guards": []}, "avoid": {"by": ["host"], "guards": []}}}, {"name": "inventory", "space": "open", "acts": {"read": {"by": ["public"], "guards": []}, "set-topics": {"by": ["host"], "guards": []}, "contribute": {"by": ["public"], "guards": ["deadline_open"]}, "support": {"by": ["public"], "guards": ["deadline_open"]}, "link": {"by": ["public"], "guards": ["deadline_open"]}, "nudge": {"by": ["public"], "guards": ["deadline_open"]}, "hide": {"by": ["host"], "guards": []}, "import-contributions": {"by": ["host"], "guards": []}, "see-candidates": {"by": ["host"], "guards": []}, "appoint-host": {"by": ["host"], "guards": []}, "promise": {"by": ["host"], "guards": []}, "avoid": {"by": ["host"], "guards": []}, "extend": {"by": ["host"], "guards": []}}}, {"name": "invitation", "space": "open", "acts": {"read": {"by": ["public"], "guards": []}, "link": {"by": ["host"], "guards": []}, "hide": {"by": ["host"], "guards": []}, "see-candidates": {"by": ["host"], "guards": []}, "appoint-host": {"by": ["host"], "guards": []}, "invite": {"by": ["host"], "guards": ["inventory_held"]}, "answer-invitation": {"by": ["public"], "guards": []}, "remove-member": {"by": ["host"], "guards": ["inventory_held"]}, "promise": {"by": ["host"], "guards": []}, "avoid": {"by": ["host"], "guards": []}, "extend": {"by": ["host"], "guards": []}}}, {"name": "drafting", "space": "closed", "acts": {"read": {"by": ["public"], "guards": []}, "link": {"by": ["host"], "guards": []}, "hide": {"by": ["host"], "guards": []}, "see-candidates": {"by": ["host"], "guards": []}, "appoint-host": {"by": ["host"], "guards": []}, "invite": {"by": ["host"], "guards": ["inventory_held"]}, "answer-invitation": {"by": ["public"], "guards": []}, "remove-member": {"by": ["host"], "guards": ["inventory_held"]}, "read-drafts": {"by": ["host", "drafter", "adviser"], "guards": []}, "save-draft": {"by": ["host", "drafter"], "guards": []}, "comment": {"by": ["host", "drafter", "adviser"], "guards": []}, "withdraw": {"by": ["public"], "guards": []}, "decide": {"by": ["host", "drafter"], "guards": ["was_reviewed"]}, "merge": {"by": ["host", "drafter"], "guards": []}, "publish-decisions": {"by": ["host", "drafter"], "guards": []}, "promise": {"by": ["host"], "guards": []}, "avoid": {"by": ["host"], "guards": []}, "extend": {"by": ["host"], "guards": []}}}, {"name": "review", "space": "open", "acts": {"read": {"by": ["public"], "guards": []}, "link": {"by": ["host"], "guards": []}, "hide": {"by": ["host"], "guards": []}, "see-candidates": {"by": ["host"], "guards": []}, "appoint-host": {"by": ["host"], "guards": []}, "invite": {"by": ["host"], "guards": ["inventory_held"]}, "answer-invitation": {"by": ["public"], "guards": []}, "remove-member": {"by": ["host"], "guards": ["inventory_held"]}, "read-drafts": {"by": ["host", "drafter", "adviser"], "guards": []}, "comment": {"by": ["host", "drafter", "adviser"], "guards": []}, "suggest": {"by": ["public"], "guards": ["deadline_open"]}, "import-suggestions": {"by": ["host"], "guards": ["deadline_open"]}, "withdraw": {"by": ["public"], "guards": []}, "decide": {"by": ["host", "drafter"], "guards": ["was_reviewed"]}, "merge": {"by": ["host", "drafter"], "guards": []}, "publish-decisions": {"by": ["host", "drafter"], "guards": []}, "promise": {"by": ["host"], "guards": []}, "avoid": {"by": ["host"], "guards": []}, "extend": {"by": ["host"], "guards": []}}}, {"name": "final", "space": "open", "acts": {"read": {"by": ["public"], "guards": []}, "read-drafts": {"by": ["host", "drafter", "adviser"], "guards": []}, "promise": {"by": ["host"], "guards": []}}}, {"name": "stopped", "space": "open", "acts": {"read": {"by": ["public"], "guards": []}, "read-drafts": {"by": ["host", "drafter", "adviser"], "guards": []}}}], "moves": [{"from": "preparation", "to": "inventory", "by": ["host"], "guards": []}, {"from": "inventory", "to": "invitation", "by": ["host"], "guards": ["has_contributions"]}, {"from": "invitation", "to": "drafting", "by": ["host"], "guards": ["inventory_held", "has_drafter"]}, {"from": "invitation", "to": "inventory", "by": ["host"], "guards": []}, {"from": "drafting", "to": "review", "by": ["host"], "guards": ["has_draft"]}, {"from": "drafting", "to": "final", "by": ["host"], "guards": ["was_reviewed", "all_decided", "decisions_reasoned", "decisions_published", "adopted_merged"]}, {"from": "review", "to": "drafting", "by": ["host"], "guards": []}, {"from": "review", "to": "final", "by": ["host"], "guards": ["was_reviewed", "all_decided", "decisions_reasoned", "decisions_published", "adopted_merged"]}, {"from": "preparation", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}, {"from": "inventory", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}, {"from": "invitation", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}, {"from": "drafting", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}, {"from": "review", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}]}','Europe/Amsterdam','en','review',2,NULL,40,'c6f3740877a4aa6e9c3b6dfbd25db9bffff2785b484c42e8c1f6e936b781667d','2026-09-01 13:00:00.000000',NULL,'null');
INSERT INTO "plein_cycle" VALUES(2,'panel','Panel','What did you hear?','{"name": "focus-group", "title": "Focus group", "start": "preparation", "phases": [{"name": "preparation", "space": "open", "on_enter": [], "acts": {"read": {"by": ["public"], "guards": []}, "set-topics": {"by": ["host"], "guards": []}, "appoint-host": {"by": ["host"], "guards": []}, "promise": {"by": ["host"], "guards": []}, "avoid": {"by": ["host"], "guards": []}}}, {"name": "inventory", "space": "open", "on_enter": [], "acts": {"read": {"by": ["public"], "guards": []}, "set-topics": {"by": ["host"], "guards": []}, "contribute": {"by": ["public"], "guards": ["deadline_open"]}, "support": {"by": ["public"], "guards": ["deadline_open"]}, "link": {"by": ["public"], "guards": ["deadline_open"]}, "nudge": {"by": ["public"], "guards": ["deadline_open"]}, "hide": {"by": ["host"], "guards": []}, "import-contributions": {"by": ["host"], "guards": []}, "see-candidates": {"by": ["host"], "guards": []}, "appoint-host": {"by": ["host"], "guards": []}, "promise": {"by": ["host"], "guards": []}, "avoid": {"by": ["host"], "guards": []}, "extend": {"by": ["host"], "guards": []}}}, {"name": "invitation", "space": "open", "on_enter": [], "acts": {"read": {"by": ["public"], "guards": []}, "link": {"by": ["host"], "guards": []}, "hide": {"by": ["host"], "guards": []}, "see-candidates": {"by": ["host"], "guards": []}, "appoint-host": {"by": ["host"], "guards": []}, "invite": {"by": ["host"], "guards": ["inventory_held"]}, "answer-invitation": {"by": ["public"], "guards": []}, "remove-member": {"by": ["host"], "guards": ["inventory_held"]}, "promise": {"by": ["host"], "guards": []}, "avoid": {"by": ["host"], "guards": []}, "extend": {"by": ["host"], "guards": []}}}, {"name": "conversation", "space": "closed", "on_enter": [], "acts": {"read": {"by": ["public"], "guards": []}, "set-topics": {"by": ["host"], "guards": []}, "contribute": {"by": ["host", "drafter", "adviser"], "guards": ["deadline_open"]}, "support": {"by": ["host", "drafter", "adviser"], "guards": ["deadline_open"]}, "link": {"by": ["host", "drafter", "adviser"], "guards": ["deadline_open"]}, "nudge": {"by": ["host", "drafter", "adviser"], "guards": ["deadline_open"]}, "hide": {"by": ["host"], "guards": []}, "see-candidates": {"by": ["host"], "guards": []}, "appoint-host": {"by": ["host"], "guards": []}, "invite": {"by": ["host"], "guards": ["inventory_held"]}, "answer-invitation": {"by": ["public"], "guards": []}, "remove-member": {"by": ["host"], "guards": ["inventory_held"]}, "comment": {"by": ["host", "drafter", "adviser"], "guards": []}, "write-report": {"by": ["host", "drafter"], "guards": []}, "promise": {"by": ["host"], "guards": []}, "avoid": {"by": ["host"], "guards": []}, "extend": {"by": ["host"], "guards": []}}}, {"name": "final", "space": "open", "on_enter": ["publish-report"], "acts": {"read": {"by": ["public"], "guards": []}, "promise": {"by": ["host"], "guards": []}}}, {"name": "stopped", "space": "open", "on_enter": [], "acts": {"read": {"by": ["public"], "guards": []}}}], "moves": [{"from": "preparation", "to": "inventory", "by": ["host"], "guards": []}, {"from": "inventory", "to": "invitation", "by": ["host"], "guards": ["has_contributions"]}, {"from": "invitation", "to": "conversation", "by": ["host"], "guards": ["inventory_held", "has_drafter"]}, {"from": "invitation", "to": "inventory", "by": ["host"], "guards": []}, {"from": "conversation", "to": "final", "by": ["host"], "guards": []}, {"from": "preparation", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}, {"from": "inventory", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}, {"from": "invitation", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}, {"from": "conversation", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}], "edition": 2}','Europe/Amsterdam','en','conversation',0,NULL,15,'abbad265e98420d32f92ceef08555dd0eb043ee795502f01aa6579a565c9050e','2026-11-20 12:00:00.000000',NULL,'null');
CREATE TABLE plein_decision (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	suggestion INTEGER NOT NULL, 
	outcome VARCHAR NOT NULL, 
	because TEXT, 
	text TEXT, 
	covered_by INTEGER, 
	together BIGINT, 
	salt VARCHAR NOT NULL, 
	by_id INTEGER NOT NULL, 
	published DATETIME, 
	merged_in INTEGER, 
	at DATETIME NOT NULL, at_quote TEXT, at_version INTEGER, rank INTEGER, 
	CONSTRAINT pk_plein_decision PRIMARY KEY (id), 
	CONSTRAINT fk_plein_decision_by_id FOREIGN KEY(by_id) REFERENCES plein_person (id), 
	CONSTRAINT fk_plein_decision_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_decision_cycle_id_suggestion UNIQUE (cycle_id, suggestion)
);
INSERT INTO "plein_decision" VALUES(1,1,1,'adopted',NULL,NULL,NULL,NULL,'9af3a4e3399b2b858bfc9e0d7bcb2d55',2,'2026-09-03 00:00:00.000000',2,'2026-09-02 21:00:00.000000',NULL,NULL,NULL);
INSERT INTO "plein_decision" VALUES(2,1,4,'adopted',NULL,NULL,NULL,4,'24ebaf67faeeef828f1f5816070135c2',2,'2026-09-03 00:00:00.000000',2,'2026-09-02 22:00:00.000000',NULL,NULL,1);
INSERT INTO "plein_decision" VALUES(3,1,5,'adopted',NULL,NULL,NULL,4,'b77ed36b07e6ab72ae8611d9c249707b',2,'2026-09-03 00:00:00.000000',2,'2026-09-02 22:00:00.000000',NULL,NULL,2);
INSERT INTO "plein_decision" VALUES(4,1,2,'adapted','Both.','trees, old ones first, in every street',NULL,NULL,'bdbeb7ad20b121680bec14974a890ae6',2,'2026-09-03 00:00:00.000000',2,'2026-09-02 23:00:00.000000',NULL,NULL,NULL);
CREATE TABLE plein_entry (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	nonce VARCHAR NOT NULL, 
	previous VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	CONSTRAINT pk_plein_entry PRIMARY KEY (id), 
	CONSTRAINT fk_plein_entry_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT fk_plein_entry_person_id FOREIGN KEY(person_id) REFERENCES plein_person (id), 
	CONSTRAINT uq_plein_entry_cycle_id_number UNIQUE (cycle_id, number)
);
INSERT INTO "plein_entry" VALUES(1,1,1,1,'{"act":"new-cycle","at":"2026-09-01T13:00:00+00:00","by":"4233fa021c1b4507b40d276cb5f5cb89","closed":false,"cycle":"housing","definition":"plein66","definition_seal":"73ca2e64a2b26124469de54db13f2c14421ca6403587a03937a29584b711c787","language":"en","number":1,"phase":"preparation","question":"What should change about housing?","seal":"0d895aaa3f7a6975665cbd2848ae9864583cac8060d4ab1faccdaa0b154366ee","timezone":"Europe/Amsterdam","title":"Housing"}','9493d4dd4bb47791f36cad6b48d437ee','882433a0b4bf7b3d0fb60db466d9f1c439a44a012cc81726c93201147c991cc0','a6e0bc07dafdc586609397036e5f9fe787530c3381d43b97f5adfbf3bbe3bbb5');
INSERT INTO "plein_entry" VALUES(2,1,2,1,'{"act":"add-topic","at":"2026-09-01T15:00:00+00:00","by":"4233fa021c1b4507b40d276cb5f5cb89","closed":true,"cycle":"housing","host":"4233fa021c1b4507b40d276cb5f5cb89","name":"harbour","number":2,"seal":"45f853d06a4583efd2afbff5d17bd28a0dc979751ac0e03ac789aad44b61e1fb","topic":1}','c253b4ed6c58f7bb114da0a2715d740c','a6e0bc07dafdc586609397036e5f9fe787530c3381d43b97f5adfbf3bbe3bbb5','36b96d3f57466889a1afc3c65dd8e6565d2a53270c50e6ca01cedb0ccbf9199a');
INSERT INTO "plein_entry" VALUES(3,1,3,1,'{"act":"open-topic","at":"2026-09-01T16:00:00+00:00","by":"4233fa021c1b4507b40d276cb5f5cb89","closed":false,"cycle":"housing","host":"4233fa021c1b4507b40d276cb5f5cb89","name":"harbour","number":3,"seal":"45f853d06a4583efd2afbff5d17bd28a0dc979751ac0e03ac789aad44b61e1fb","topic":1}','b8375825067b3a3925cee167f0a527de','36b96d3f57466889a1afc3c65dd8e6565d2a53270c50e6ca01cedb0ccbf9199a','153a0774998dbfb7ad775f7bbc0594c5f3cf6b8a50185c9e1eed3f6ce4c9ac44');
INSERT INTO "plein_entry" VALUES(4,1,4,1,'{"act":"move","ask":null,"at":"2026-09-01T17:00:00+00:00","because":null,"by":"4233fa021c1b4507b40d276cb5f5cb89","came":null,"closed":false,"closes":null,"cycle":"housing","number":4,"phase":"inventory","report":null,"round":0,"version":null}','aaa70de72074a2b3fd4ef6a464015992','153a0774998dbfb7ad775f7bbc0594c5f3cf6b8a50185c9e1eed3f6ce4c9ac44','94cb59e4b443cc26513d3dfd1685dca46e66c60080218f1b8ac39b7a839574f4');
INSERT INTO "plein_entry" VALUES(5,1,5,3,'{"act":"contribute","at":"2026-09-01T18:00:00+00:00","by":"2f8c55e67c0740aa9637112f914937c2","closed":false,"contribution":1,"cycle":"housing","kind":"experience","number":5,"reply_to":null,"seal":"f112a9b0927ed57a1edbb5afa06d9cefd1db170b8695037002b80632ab38a1ec","topic":null}','96c169339891756bd306ab92a9a2b46c','94cb59e4b443cc26513d3dfd1685dca46e66c60080218f1b8ac39b7a839574f4','97c5b461f64c6eedcda804daa4e4894ca5fec6868ec5e9b3cbc7127129cd67d0');
INSERT INTO "plein_entry" VALUES(6,1,6,4,'{"act":"contribute","at":"2026-09-01T19:00:00+00:00","by":"741c9272517a438e9e5aef560abea098","closed":false,"contribution":2,"cycle":"housing","kind":"idea","number":6,"reply_to":null,"seal":"9a43abd953575a45847ab626389bbdf9dea2ffa81584773da7537baf08354a44","topic":"harbour"}','004d83bde0b2a6987223d9e3e6c500ce','97c5b461f64c6eedcda804daa4e4894ca5fec6868ec5e9b3cbc7127129cd67d0','92015ead6d5b2c2db7e2616876615622434767e5acd8350b2ed9417fee885ace');
INSERT INTO "plein_entry" VALUES(7,1,7,6,'{"act":"contribute","at":"2026-09-01T20:00:00+00:00","by":"043b6080438345d7820b12c3ece288b9","closed":false,"contribution":3,"cycle":"housing","kind":"experience","number":7,"reply_to":null,"seal":"1ec92a94369bd3fcbd87164a6e601a3ea50166d96231b95296c855976ceac32c","topic":null}','c8e9aaa66344559b9d6fe2cbfa1a22b5','92015ead6d5b2c2db7e2616876615622434767e5acd8350b2ed9417fee885ace','4b22266504b35aa6f52742f21143b679c132dffbdef3aec0a7b441891561a56e');
INSERT INTO "plein_entry" VALUES(8,1,8,7,'{"act":"contribute","at":"2026-09-01T21:00:00+00:00","by":"ea1d845e2d0546a0b74b51700ca877f4","closed":false,"contribution":4,"cycle":"housing","kind":"position","number":8,"reply_to":2,"seal":"70145a9547014932a26d483079fa95ea51a67a05ff4237678ff043e40375f116","topic":"harbour"}','796ad2ed85ded7375f1bc336c7d27a53','4b22266504b35aa6f52742f21143b679c132dffbdef3aec0a7b441891561a56e','e4869e8006b04a34b0907ebc0f125f3520fe2313be1cc675d1ed1f1afdbc5704');
INSERT INTO "plein_entry" VALUES(9,1,9,7,'{"act":"support","at":"2026-09-01T22:00:00+00:00","by":"ea1d845e2d0546a0b74b51700ca877f4","closed":true,"contribution":1,"cycle":"housing","number":9}','d4918b5e82c63cae521dc83b168118cf','e4869e8006b04a34b0907ebc0f125f3520fe2313be1cc675d1ed1f1afdbc5704','c09c964b577068669332fe7cd01a675127944ed3f2539e85ce3322a94689b13e');
INSERT INTO "plein_entry" VALUES(10,1,10,4,'{"act":"support","at":"2026-09-01T23:00:00+00:00","by":"741c9272517a438e9e5aef560abea098","closed":true,"contribution":1,"cycle":"housing","number":10}','bd5dc431fd56370ed62b388712a4dbf8','c09c964b577068669332fe7cd01a675127944ed3f2539e85ce3322a94689b13e','274785e2ca605d1da3910fae8c27e199b9acc889ec472dd1d09da2e2b8c8c953');
INSERT INTO "plein_entry" VALUES(11,1,11,3,'{"act":"nudge","at":"2026-09-02T00:00:00+00:00","by":"2f8c55e67c0740aa9637112f914937c2","closed":false,"contribution":4,"cycle":"housing","number":11,"seal":"d54755f39bc35ea716f29a3b94b2fa50f37590a10b281f2e78acde3edac2e6f0"}','6907646604daa6cad6bbd1dbfa1f5a48','274785e2ca605d1da3910fae8c27e199b9acc889ec472dd1d09da2e2b8c8c953','359ab9bcfb3cc21966ce2c69eb612c4ff2606d934ef2dc3a3450116596458691');
INSERT INTO "plein_entry" VALUES(12,1,12,1,'{"act":"link","at":"2026-09-02T01:00:00+00:00","by":"4233fa021c1b4507b40d276cb5f5cb89","closed":false,"cycle":"housing","number":12,"one":1,"other":2}','ce4849808207e9e418323de8b35547ee','359ab9bcfb3cc21966ce2c69eb612c4ff2606d934ef2dc3a3450116596458691','4a8c7da917670aa4af6f04b8a0ef1b69f7132d6b3327a0a5e210ca5ab07b9f3a');
INSERT INTO "plein_entry" VALUES(13,1,13,1,'{"act":"move","ask":null,"at":"2026-09-02T02:00:00+00:00","because":null,"by":"4233fa021c1b4507b40d276cb5f5cb89","came":{"inside":0,"kinds":{"experience":2,"idea":1,"position":1},"newcomers":4,"outside":0,"people":4,"upto":{"contributions":4,"suggestions":0}},"closed":false,"closes":null,"cycle":"housing","number":13,"phase":"invitation","report":null,"round":0,"version":null}','d64764b423e16d7227b4e2a69e774b2b','4a8c7da917670aa4af6f04b8a0ef1b69f7132d6b3327a0a5e210ca5ab07b9f3a','b52c209451e91c4900be09b9255ded56a506da0d33c25f86f090ff454deba98e');
INSERT INTO "plein_entry" VALUES(14,1,14,1,'{"act":"invite","at":"2026-09-02T05:00:00+00:00","board":null,"by":"4233fa021c1b4507b40d276cb5f5cb89","closed":false,"contribution":1,"cycle":"housing","expires":"2026-09-23T21:59:59+00:00","member":2,"number":14,"person":"fc73c5c4af8d4e938d99a192a4f166ec","role":"drafter","seal":"7a8c22211d3e681452965e2dba964f926b239877422c7a5e52e12b696d491b3c","topic":null,"until":null}','48e54a243d26c303738a7b74495eb72a','b52c209451e91c4900be09b9255ded56a506da0d33c25f86f090ff454deba98e','1198aa3d4ca3e76c77c907df5eedffd5739acf4488fb0254ee4e055c6ab87417');
INSERT INTO "plein_entry" VALUES(15,1,15,2,'{"act":"accepted","at":"2026-09-02T06:00:00+00:00","by":"fc73c5c4af8d4e938d99a192a4f166ec","closed":false,"cycle":"housing","member":2,"number":15,"person":"fc73c5c4af8d4e938d99a192a4f166ec","role":"drafter"}','62b99e1181873a39ccc453fec04092a0','1198aa3d4ca3e76c77c907df5eedffd5739acf4488fb0254ee4e055c6ab87417','cdb12fbe86d614b53b134be4ca0232d4de46d37205afe6497f71dad7888aa80d');
INSERT INTO "plein_entry" VALUES(16,1,16,1,'{"act":"invite-board","at":"2026-09-02T07:00:00+00:00","board":"skippers","by":"4233fa021c1b4507b40d276cb5f5cb89","closed":false,"contribution":null,"cycle":"housing","expires":"2026-09-23T21:59:59+00:00","members":[3,4],"number":16,"persons":["ea1d845e2d0546a0b74b51700ca877f4","2cb527ccbd154a4db38e97e2119c069e"],"role":"adviser","seals":["c7006d9ca554c16d023437854a2cfdbd07a5e42afe54c2fdeb76fc578a774911","2871c121e9f8fe5beba6c01361d8b5c7fe2acc934c8a2a3cbdbf2f0b2add3992"],"topic":"The quay","until":"2027-03-01T22:59:59+00:00"}','597fee146dc39118527beff991fabfd1','cdb12fbe86d614b53b134be4ca0232d4de46d37205afe6497f71dad7888aa80d','7daf5181fd25582d54475ba4c761ea4b5eee41ff546c4c44f0dc25d75c60d7d8');
INSERT INTO "plein_entry" VALUES(17,1,17,1,'{"act":"move","ask":null,"at":"2026-09-02T08:00:00+00:00","because":null,"by":"4233fa021c1b4507b40d276cb5f5cb89","came":null,"closed":false,"closes":null,"cycle":"housing","number":17,"phase":"drafting","report":null,"round":0,"version":null}','34b49a954a6b77a4d65392d29dd46b45','7daf5181fd25582d54475ba4c761ea4b5eee41ff546c4c44f0dc25d75c60d7d8','659d9f65cf06c278137b6805223785b57f79d11f7893c8d53f127b39f700d575');
INSERT INTO "plein_entry" VALUES(18,1,18,2,'{"act":"save-draft","at":"2026-09-02T09:00:00+00:00","base":null,"by":"fc73c5c4af8d4e938d99a192a4f166ec","closed":true,"contributions":[1,2],"cycle":"housing","digest":"15b62852dd873bd6bd28bdc8ebfbf5ab3b33310ca57e749330e28a4c50acb36c","note_seal":"28870674cf1bbe57a0f9c5d4bdf0c51ccf766292f4fc9769aac261bf20076ba8","number":18,"version":1}','b6214ecf5ea9d1bff4e17bc55ea9a2d0','659d9f65cf06c278137b6805223785b57f79d11f7893c8d53f127b39f700d575','2d7db4fe15d5c86a49b59942d16b42c077aac37eb280514da0e6873248e0a905');
INSERT INTO "plein_entry" VALUES(19,1,19,2,'{"act":"comment","at":"2026-09-02T10:00:00+00:00","by":"fc73c5c4af8d4e938d99a192a4f166ec","closed":true,"comment":1,"cycle":"housing","number":19,"paragraph":5,"reply_to":null,"seal":"f63343aad49d70045d65f94d92a52b947c00b8b8da1c4c22a3e66c0d48be1d1c","suggestion":null,"version":1}','f4b2e8e6c770e16b57e477e6a6668d2c','2d7db4fe15d5c86a49b59942d16b42c077aac37eb280514da0e6873248e0a905','577e5e3a6589512fd53406e11245882e1d7702d78fda185a406e15e3ca55483e');
INSERT INTO "plein_entry" VALUES(20,1,20,1,'{"act":"move","ask":"Is this what you meant?","at":"2026-09-02T11:00:00+00:00","because":null,"by":"4233fa021c1b4507b40d276cb5f5cb89","came":null,"closed":false,"closes":null,"cycle":"housing","digest":"15b62852dd873bd6bd28bdc8ebfbf5ab3b33310ca57e749330e28a4c50acb36c","number":20,"phase":"review","report":null,"round":1,"version":1}','ad15880dc47ea47c7ab14049cb08ef60','577e5e3a6589512fd53406e11245882e1d7702d78fda185a406e15e3ca55483e','efd61d85a108e2e8e31a2b94e9e0ebb65f4abd537a31475c8fcf4febfa7f7c81');
INSERT INTO "plein_entry" VALUES(21,1,21,3,'{"act":"suggest","at":"2026-09-02T12:00:00+00:00","by":"2f8c55e67c0740aa9637112f914937c2","closed":false,"cycle":"housing","number":21,"submissions":[{"author":"2f8c55e67c0740aa9637112f914937c2","seals":[[1,"30961728af5c4e5428446937605c9225763a28666b554d34646966a3484a5af3"]],"submission":1,"sweeping":false,"version":1}]}','b7883512fe9b75dab8ba8b30b031d94c','efd61d85a108e2e8e31a2b94e9e0ebb65f4abd537a31475c8fcf4febfa7f7c81','e2d22340823e97b7ecf2588ba3127ab855d336a95f2ebbfeeb1c738e8917c19f');
INSERT INTO "plein_entry" VALUES(22,1,22,4,'{"act":"suggest","at":"2026-09-02T13:00:00+00:00","by":"741c9272517a438e9e5aef560abea098","closed":false,"cycle":"housing","number":22,"submissions":[{"author":"741c9272517a438e9e5aef560abea098","seals":[[2,"0e5775adb39a6bbf22d288a5e692bc079787a49f7dcec66ef09e2d06ca90fcee"]],"submission":2,"sweeping":false,"version":1}]}','8aa364f29f6f19f4ba95420bdfb47c84','e2d22340823e97b7ecf2588ba3127ab855d336a95f2ebbfeeb1c738e8917c19f','8755896ff424d81447d6f3547dc2de85c3ace3d2f4d90a488fed6369d3a4cca1');
INSERT INTO "plein_entry" VALUES(23,1,23,7,'{"act":"suggest","at":"2026-09-02T14:00:00+00:00","by":"ea1d845e2d0546a0b74b51700ca877f4","closed":false,"cycle":"housing","number":23,"submissions":[{"author":"ea1d845e2d0546a0b74b51700ca877f4","seals":[[3,"a4fd165a65de38698557e42dc55c168b7936c78829c7cab53283dc1db755e9af"]],"submission":3,"sweeping":false,"version":1}]}','f81b17253cb454064f4b3d248100dc2e','8755896ff424d81447d6f3547dc2de85c3ace3d2f4d90a488fed6369d3a4cca1','76746e738e3ed5dd4f385697cc6a0e47d58e4ed7febc17236aaf294fd0dfba24');
INSERT INTO "plein_entry" VALUES(24,1,24,3,'{"act":"suggest","at":"2026-09-02T15:00:00+00:00","by":"2f8c55e67c0740aa9637112f914937c2","closed":false,"cycle":"housing","number":24,"submissions":[{"author":"2f8c55e67c0740aa9637112f914937c2","seals":[[4,"78eaa0682e71c7d2c0dbf65b90c1eb9916bbc293cefb4628eaad24884663ea22"]],"submission":4,"sweeping":false,"version":1}]}','e701d5f970d546865fe5cdd7abacc935','76746e738e3ed5dd4f385697cc6a0e47d58e4ed7febc17236aaf294fd0dfba24','7ddb6efc41ac8907043db81dbe50e23de2ec3a22726d96e8c422a5142e7e10ae');
INSERT INTO "plein_entry" VALUES(25,1,25,4,'{"act":"suggest","at":"2026-09-02T16:00:00+00:00","by":"741c9272517a438e9e5aef560abea098","closed":false,"cycle":"housing","number":25,"submissions":[{"author":"741c9272517a438e9e5aef560abea098","seals":[[5,"b9a7b3bd5405f514d46f603fec97b990a633d5a8e8ad446d918a10722115082e"]],"submission":5,"sweeping":false,"version":1}]}','221177ac1754e2ec19787c856e6ceaee','7ddb6efc41ac8907043db81dbe50e23de2ec3a22726d96e8c422a5142e7e10ae','9f42563535db0dbc954e210861344f614aae66fdc38995a51f660315359f861b');
INSERT INTO "plein_entry" VALUES(26,1,26,5,'{"act":"suggest","at":"2026-09-02T17:00:00+00:00","by":"0df5d0a522764ed69c9498771f39cde5","closed":false,"cycle":"housing","number":26,"submissions":[{"author":"0df5d0a522764ed69c9498771f39cde5","seals":[[6,"f565c473a0065b9d486f5aa7538d6a7e514f4a2b547f95bc6abb136819ea7194"]],"submission":6,"sweeping":false,"version":1}]}','058655268343f3de6ff6d9937e63c45b','9f42563535db0dbc954e210861344f614aae66fdc38995a51f660315359f861b','c3f08d160665462132c0462126a1ee7b76dc93e91b8db37d81063aecd04dccf3');
INSERT INTO "plein_entry" VALUES(27,1,27,7,'{"act":"withdraw","at":"2026-09-02T18:00:00+00:00","by":"ea1d845e2d0546a0b74b51700ca877f4","closed":false,"cycle":"housing","number":27,"suggestion":3}','0de0b1cbffcb479718a672ccdd9671d5','c3f08d160665462132c0462126a1ee7b76dc93e91b8db37d81063aecd04dccf3','8914fea04ae7d95cade2ee6b7fa4d7e6140af3d13c9c2ba29e9f18626eb2d478');
INSERT INTO "plein_entry" VALUES(28,1,28,7,'{"act":"suggest","at":"2026-09-02T19:00:00+00:00","by":"ea1d845e2d0546a0b74b51700ca877f4","closed":false,"cycle":"housing","number":28,"submissions":[{"author":"ea1d845e2d0546a0b74b51700ca877f4","seals":[[7,"f0f187d46c4ed84d3e5990ec2288081bf9cff2ec8f5332458f482d7476fc9f37"]],"submission":7,"sweeping":false,"version":1}]}','6cb27a2f3a7ffe580f8eb3809a7a747f','8914fea04ae7d95cade2ee6b7fa4d7e6140af3d13c9c2ba29e9f18626eb2d478','71a48da88bcccce4e4febbbe51cff6555672748d0af4c2359ee8e2baca321ef2');
INSERT INTO "plein_entry" VALUES(29,1,29,1,'{"act":"move","ask":null,"at":"2026-09-02T20:00:00+00:00","because":null,"by":"4233fa021c1b4507b40d276cb5f5cb89","came":{"inside":0,"kinds":{"suggestion":6,"tip":1},"newcomers":1,"outside":0,"people":4,"upto":{"contributions":4,"suggestions":7}},"closed":false,"closes":null,"cycle":"housing","number":29,"phase":"drafting","report":null,"round":1,"version":null}','129d58d6f2e467a3db10864b82d2dfb3','71a48da88bcccce4e4febbbe51cff6555672748d0af4c2359ee8e2baca321ef2','e4551b2b9fd123472e65edc9348a163fa86f3eb5db317f3e416dbf35d337a34d');
INSERT INTO "plein_entry" VALUES(30,1,30,2,'{"act":"decide","at":"2026-09-02T21:00:00+00:00","by":"fc73c5c4af8d4e938d99a192a4f166ec","closed":true,"covered_by":null,"cycle":"housing","number":30,"outcome":"adopted","seals":[[1,"c0ff996f280277ce4099a43d9d15629bfbb253360cae8c90668c628d47abe6e3"]],"together":false}','6762b89368bba741715a38e856df4a97','e4551b2b9fd123472e65edc9348a163fa86f3eb5db317f3e416dbf35d337a34d','d7dcccfd05e0c1c4b53a1e9ddcbae1a2814be178c55c244bacf823892d18ee56');
INSERT INTO "plein_entry" VALUES(31,1,31,2,'{"act":"decide","at":"2026-09-02T22:00:00+00:00","by":"fc73c5c4af8d4e938d99a192a4f166ec","closed":true,"covered_by":null,"cycle":"housing","number":31,"outcome":"adopted","seals":[[4,"11af8dd5b12cf581529326b0773cc16a2b769ef0f39a2ffb3ec854c1a0c65608"],[5,"3908ace57aff93ff1ba5f3bcf39b4a22a0da7aea57f05f35ad5886061dc89b47"]],"together":true}','0d72068ff1ec71bc6317649f68f7f22b','d7dcccfd05e0c1c4b53a1e9ddcbae1a2814be178c55c244bacf823892d18ee56','67a01875139f8facc5ce1726878bb921c56c75ee46240354e1f400ad15ddc5fb');
INSERT INTO "plein_entry" VALUES(32,1,32,2,'{"act":"decide","at":"2026-09-02T23:00:00+00:00","by":"fc73c5c4af8d4e938d99a192a4f166ec","closed":true,"covered_by":null,"cycle":"housing","number":32,"outcome":"adapted","seals":[[2,"6e215ba8f30002dd447cd238b165c4105ab6cb014a2aee41f657746019c8f7b1"]],"together":false}','0e1bc4ed5e6b5e200b29a77440d7d27f','67a01875139f8facc5ce1726878bb921c56c75ee46240354e1f400ad15ddc5fb','4e51dd8310443511e934be250a2405d9b36431ff93622ecaa00af4a6478c1966');
INSERT INTO "plein_entry" VALUES(33,1,33,1,'{"act":"publish-decisions","at":"2026-09-03T00:00:00+00:00","by":"4233fa021c1b4507b40d276cb5f5cb89","closed":false,"cycle":"housing","number":33,"seals":[[1,"c0ff996f280277ce4099a43d9d15629bfbb253360cae8c90668c628d47abe6e3"],[2,"6e215ba8f30002dd447cd238b165c4105ab6cb014a2aee41f657746019c8f7b1"],[4,"11af8dd5b12cf581529326b0773cc16a2b769ef0f39a2ffb3ec854c1a0c65608"],[5,"3908ace57aff93ff1ba5f3bcf39b4a22a0da7aea57f05f35ad5886061dc89b47"]]}','b3a7347f8da264bff9bc1f3ec39020ff','4e51dd8310443511e934be250a2405d9b36431ff93622ecaa00af4a6478c1966','f1f93a531bde01931acbdf2fd6a9c57ee9f97ca004b58ea5bacdaedd7d4282e9');
INSERT INTO "plein_entry" VALUES(34,1,34,2,'{"act":"merge","applied":[1,2,4,5],"at":"2026-09-03T01:00:00+00:00","base":1,"by":"fc73c5c4af8d4e938d99a192a4f166ec","closed":true,"cycle":"housing","digest":"fb53dea8a52d4092631e533c6a0ea5e889bad151cc82c7107b367e816526b30d","held":[],"method":3,"note_seal":"74ad6f9789e17cdf479ed197c993efd2fee521c63e5dbfb625762a9a94363b78","number":34,"version":2}','e7882bec19fe64867def67d3450762a8','f1f93a531bde01931acbdf2fd6a9c57ee9f97ca004b58ea5bacdaedd7d4282e9','97d0c14e7d01b86fdace80bb622f2cb2d4d1154920463650d2b3cf361b45d8a4');
INSERT INTO "plein_entry" VALUES(35,1,35,5,'{"act":"erase","at":"2026-09-03T02:00:00+00:00","by":"0df5d0a522764ed69c9498771f39cde5","closed":false,"cycle":"housing","number":35,"person":"0df5d0a522764ed69c9498771f39cde5","suggestions":[6],"texts":true,"withdrawn":[6]}','a0f04a518476d88bbb10886b4844f09a','97d0c14e7d01b86fdace80bb622f2cb2d4d1154920463650d2b3cf361b45d8a4','c71c71f347d577386f54ed0c805167a71d07999754a52e0ef4bb6cbf504c5ded');
INSERT INTO "plein_entry" VALUES(36,1,36,5,'{"act":"erase","at":"2026-09-03T02:00:00+00:00","by":"0df5d0a522764ed69c9498771f39cde5","closed":true,"cycle":"housing","number":36,"person":"0df5d0a522764ed69c9498771f39cde5","texts":true,"words":[[6,"a1e8a8930da25a75ea2c3aeaf3edf005a44e826856b83e41efc53c6ba73daebe"]]}','2b9b320dcd552f825ec40262c5ceb428','c71c71f347d577386f54ed0c805167a71d07999754a52e0ef4bb6cbf504c5ded','ae853ad588fbef26bd18ccd6e8dee01511d3fc6deec28e3c686ecde8110af0ae');
INSERT INTO "plein_entry" VALUES(37,1,37,6,'{"act":"erase","at":"2026-09-03T02:00:00+00:00","by":"043b6080438345d7820b12c3ece288b9","closed":true,"contributions":[[3,"439083f38956ba51ece90631552c6ea23c5c29570d3d5710e408e77e01ba7375"]],"cycle":"housing","number":37,"person":"043b6080438345d7820b12c3ece288b9","texts":true}','26f6ac7f990962ab92520855fbb658d8','ae853ad588fbef26bd18ccd6e8dee01511d3fc6deec28e3c686ecde8110af0ae','e6cc3a807a95a16eafc003d20e418a5fec7e4eafc5059dd73dba5fdbadacd317');
INSERT INTO "plein_entry" VALUES(38,1,38,1,'{"act":"promise","at":"2026-09-03T03:00:00+00:00","by":"4233fa021c1b4507b40d276cb5f5cb89","closed":false,"cycle":"housing","number":38,"promise":1,"seal":"942b56713c902723b7571b79e45e108c86edeacaaf1fec786878a236e967db87"}','19581d1b839e3d9418a3759d13b8c22a','e6cc3a807a95a16eafc003d20e418a5fec7e4eafc5059dd73dba5fdbadacd317','13eba726ac594611b9862d5f9c75795cdac0ef87779855ef7f880e508e76568c');
INSERT INTO "plein_entry" VALUES(39,1,39,1,'{"act":"move","ask":"And now?","at":"2026-09-03T04:00:00+00:00","because":null,"by":"4233fa021c1b4507b40d276cb5f5cb89","came":null,"closed":false,"closes":null,"cycle":"housing","digest":"fb53dea8a52d4092631e533c6a0ea5e889bad151cc82c7107b367e816526b30d","number":39,"phase":"review","report":null,"round":2,"version":2}','e5e19400f9cea56d6322d8e303dd80ea','13eba726ac594611b9862d5f9c75795cdac0ef87779855ef7f880e508e76568c','6cf437dd8e88f313b258066651a43fce113474a9bee18af8b8f5f4f33748203e');
INSERT INTO "plein_entry" VALUES(40,1,40,4,'{"act":"suggest","at":"2026-09-03T05:00:00+00:00","by":"741c9272517a438e9e5aef560abea098","closed":false,"cycle":"housing","number":40,"submissions":[{"author":"741c9272517a438e9e5aef560abea098","seals":[[8,"f0060d355317b02cd5b7814d5d63ae50fff4857b159d9e65e556033021850b7a"]],"submission":8,"sweeping":false,"version":2}]}','b539168e2c89ddb39ff6f02a78152d39','6cf437dd8e88f313b258066651a43fce113474a9bee18af8b8f5f4f33748203e','c6f3740877a4aa6e9c3b6dfbd25db9bffff2785b484c42e8c1f6e936b781667d');
INSERT INTO "plein_entry" VALUES(41,2,1,1,'{"act":"new-cycle","at":"2026-11-20T12:00:00+00:00","by":"4233fa021c1b4507b40d276cb5f5cb89","closed":false,"cycle":"panel","definition":"focus-group","definition_seal":"8dec4d07d4deda545cc723cfde8179793f2861551d60742f65de1b52f353f2f5","language":"en","number":1,"phase":"preparation","question":"What did you hear?","seal":"19e932db1e53723f455c00e91787cfb2faf80898c6433d106234f56e6d6b2a12","timezone":"Europe/Amsterdam","title":"Panel"}','1a6a479bdc5c3055621c1a9d57a79572','882433a0b4bf7b3d0fb60db466d9f1c439a44a012cc81726c93201147c991cc0','54e39330e462498a47b1f6fdd1a407a0fae041e997bc5ae2099b00c92d8f8fca');
INSERT INTO "plein_entry" VALUES(42,2,2,1,'{"act":"add-topic","at":"2026-11-20T12:00:00+00:00","by":"4233fa021c1b4507b40d276cb5f5cb89","closed":true,"cycle":"panel","host":"4233fa021c1b4507b40d276cb5f5cb89","name":"quays","number":2,"seal":"168a1c8eeb728384468c46a1e541d44dd033f8ab8e9a93d3f2eeea3f7d016cf7","topic":1}','77eb639428b5258fc58e9a37a3d54d6e','54e39330e462498a47b1f6fdd1a407a0fae041e997bc5ae2099b00c92d8f8fca','4044adb73b2a38f39c39878775c80d8c8203cb6e7a0713a1ca40d17c4bf464e5');
INSERT INTO "plein_entry" VALUES(43,2,3,1,'{"act":"move","ask":null,"at":"2026-11-20T12:00:00+00:00","because":null,"by":"4233fa021c1b4507b40d276cb5f5cb89","came":null,"closed":false,"closes":null,"cycle":"panel","number":3,"phase":"inventory","report":null,"round":0,"version":null}','9e933a43c2e46c3ba134d4fae2d557c8','4044adb73b2a38f39c39878775c80d8c8203cb6e7a0713a1ca40d17c4bf464e5','6a8558431a19fba7087642f30ee3487e6cf6e93dd1422d58868dfc7d4d94866e');
INSERT INTO "plein_entry" VALUES(44,2,4,4,'{"act":"contribute","at":"2026-11-20T12:00:00+00:00","by":"741c9272517a438e9e5aef560abea098","closed":false,"contribution":1,"cycle":"panel","kind":"opinion","number":4,"reply_to":null,"seal":"fa1da9d38c58c9e0ff78b3c99badfcf5be282903029d6fef14de2a4734b11f98","topic":null}','5c7c9ae65465a42bb5871e86841a6c1b','6a8558431a19fba7087642f30ee3487e6cf6e93dd1422d58868dfc7d4d94866e','0453ee227827da917904a375663a62fa9247bbbf566b82c9d3714c7b14589600');
INSERT INTO "plein_entry" VALUES(45,2,5,1,'{"act":"move","ask":null,"at":"2026-11-20T12:00:00+00:00","because":null,"by":"4233fa021c1b4507b40d276cb5f5cb89","came":{"inside":0,"kinds":{"opinion":1},"newcomers":0,"outside":0,"people":1,"upto":{"contributions":1,"suggestions":0}},"closed":false,"closes":null,"cycle":"panel","number":5,"phase":"invitation","report":null,"round":0,"version":null}','21bb5076ac41db730240a631fcf2e316','0453ee227827da917904a375663a62fa9247bbbf566b82c9d3714c7b14589600','c27a4f4c76e0bbc96a3496d82100f36e955f853ab768ed43bc1335a3fb554e6b');
INSERT INTO "plein_entry" VALUES(46,2,6,1,'{"act":"invite","at":"2026-11-20T12:00:00+00:00","board":null,"by":"4233fa021c1b4507b40d276cb5f5cb89","closed":false,"contribution":null,"cycle":"panel","expires":"2026-12-11T22:59:59+00:00","member":2,"number":6,"person":"fc73c5c4af8d4e938d99a192a4f166ec","role":"drafter","seal":"b87d62480eea707fa01cdeb6d3d5010478805e04f8f421da643e36e3a18e3f76","token_seal":"28ba5cccb79f0d3d695b1024e36daa5b0df445115aa11e9907f11a7cdfafbd1a","topic":null,"until":null}','6e704cb382894b7488132bc3994faeb1','c27a4f4c76e0bbc96a3496d82100f36e955f853ab768ed43bc1335a3fb554e6b','4db3c6935c0ad4597fccf6aac9c521a825f50f2958ff82fd01d5416711ae4773');
INSERT INTO "plein_entry" VALUES(47,2,7,2,'{"act":"accepted","at":"2026-11-20T12:00:00+00:00","by":"fc73c5c4af8d4e938d99a192a4f166ec","closed":false,"cycle":"panel","member":2,"number":7,"person":"fc73c5c4af8d4e938d99a192a4f166ec","role":"drafter"}','8c3392c71650d1e6feecb361eb7bc651','4db3c6935c0ad4597fccf6aac9c521a825f50f2958ff82fd01d5416711ae4773','08b54ca5bd236ae0e2a2685eec17d9f258b8671250b4caf02e4633c3cd1f67e1');
INSERT INTO "plein_entry" VALUES(48,2,8,1,'{"act":"move","ask":null,"at":"2026-11-20T12:00:00+00:00","because":null,"by":"4233fa021c1b4507b40d276cb5f5cb89","came":null,"closed":false,"closes":null,"cycle":"panel","number":8,"phase":"conversation","report":null,"round":0,"version":null}','042a3a9ac35d834243a28033dec2492f','08b54ca5bd236ae0e2a2685eec17d9f258b8671250b4caf02e4633c3cd1f67e1','31b320e267ae02d94e7f4d81d8c428baadcacbabc7eb41035dd07fa3a5d21f45');
INSERT INTO "plein_entry" VALUES(49,2,9,2,'{"act":"contribute","at":"2026-11-20T12:00:00+00:00","by":"fc73c5c4af8d4e938d99a192a4f166ec","closed":true,"contribution":2,"cycle":"panel","kind":"opinion","number":9,"reply_to":null,"seal":"b3d6322d833a44677564598a9c2df94001fec56666a06c305236a17b4e8c5393","topic":null}','55c16d4c80e06f12695861dddfbbdc2b','31b320e267ae02d94e7f4d81d8c428baadcacbabc7eb41035dd07fa3a5d21f45','5c81501c01054ad5a170bb8508dc356243c35d553f12d0e750e6feea69f2df2d');
INSERT INTO "plein_entry" VALUES(50,2,10,2,'{"act":"support","at":"2026-11-20T12:00:00+00:00","by":"fc73c5c4af8d4e938d99a192a4f166ec","closed":true,"contribution":1,"cycle":"panel","number":10}','02b7d4db4b85b0c6a139818321ec77b2','5c81501c01054ad5a170bb8508dc356243c35d553f12d0e750e6feea69f2df2d','f6f2771a7f05491d5bbd15729bf55085de1bab7d262536237dac9961bf9dd091');
INSERT INTO "plein_entry" VALUES(51,2,11,2,'{"act":"nudge","at":"2026-11-20T12:00:00+00:00","by":"fc73c5c4af8d4e938d99a192a4f166ec","closed":false,"contribution":1,"cycle":"panel","number":11,"seal":"e15e6ca96bc19a98f672e1bf68fc28a8e53ed2620b8f60d84db37e31b0da8dd1"}','694e052cbbd1a8b769b74c0fda4ece7b','f6f2771a7f05491d5bbd15729bf55085de1bab7d262536237dac9961bf9dd091','b54ac5b0a58fe0d5112d198b72b84f5495213b26d3b26da915476405e1da39c2');
INSERT INTO "plein_entry" VALUES(52,2,12,1,'{"act":"nudge","at":"2026-11-20T12:00:00+00:00","by":"4233fa021c1b4507b40d276cb5f5cb89","closed":true,"contribution":2,"cycle":"panel","number":12,"seal":"ee8927b7cdd0853d19ef0f330452323d1aedce51d9a2fdad48c0d873d30832fe"}','7ffee7461a388c7e56f969610abc1d78','b54ac5b0a58fe0d5112d198b72b84f5495213b26d3b26da915476405e1da39c2','ba11b4fca8b47de0998af7b5655b224ec5fa855e7ded383ccbde44f4171ef083');
INSERT INTO "plein_entry" VALUES(53,2,13,1,'{"act":"link","at":"2026-11-20T12:00:00+00:00","by":"4233fa021c1b4507b40d276cb5f5cb89","closed":true,"cycle":"panel","number":13,"one":1,"other":2}','b91a82e7551b336f7bf69c31d521babf','ba11b4fca8b47de0998af7b5655b224ec5fa855e7ded383ccbde44f4171ef083','0f29cb9f02a227758c9d99d3cede017b754d8ea907ba4b01e6c02f80eac0108a');
INSERT INTO "plein_entry" VALUES(54,2,14,1,'{"act":"support","at":"2026-11-20T12:00:00+00:00","by":"4233fa021c1b4507b40d276cb5f5cb89","closed":true,"contribution":2,"cycle":"panel","number":14}','fcd76c69f34bf703070d59d057ee72b6','0f29cb9f02a227758c9d99d3cede017b754d8ea907ba4b01e6c02f80eac0108a','0eeb1ff384346e971cc420f86071db5a50450fc90011255ffb337a1a12cf9e00');
INSERT INTO "plein_entry" VALUES(55,2,15,1,'{"act":"open-topic","at":"2026-11-20T12:00:00+00:00","by":"4233fa021c1b4507b40d276cb5f5cb89","closed":false,"cycle":"panel","host":"4233fa021c1b4507b40d276cb5f5cb89","name":"quays","number":15,"seal":"168a1c8eeb728384468c46a1e541d44dd033f8ab8e9a93d3f2eeea3f7d016cf7","topic":1}','5158638e8f76641b8d100f79228a8545','0eeb1ff384346e971cc420f86071db5a50450fc90011255ffb337a1a12cf9e00','abbad265e98420d32f92ceef08555dd0eb043ee795502f01aa6579a565c9050e');
CREATE TABLE plein_link (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	one INTEGER NOT NULL, 
	other INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_link PRIMARY KEY (id), 
	CONSTRAINT fk_plein_link_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT fk_plein_link_person_id FOREIGN KEY(person_id) REFERENCES plein_person (id), 
	CONSTRAINT uq_plein_link_cycle_id_one_other UNIQUE (cycle_id, one, other)
);
INSERT INTO "plein_link" VALUES(1,1,1,2,1,'2026-09-02 01:00:00.000000');
INSERT INTO "plein_link" VALUES(2,2,1,2,1,'2026-11-20 12:00:00.000000');
CREATE TABLE plein_member (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	because TEXT NOT NULL, 
	salt VARCHAR NOT NULL, 
	contribution INTEGER, 
	topic VARCHAR, 
	until DATETIME, 
	token_digest VARCHAR, 
	removed_because TEXT, 
	at DATETIME NOT NULL, expires DATETIME, board VARCHAR, erased BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_plein_member PRIMARY KEY (id), 
	CONSTRAINT fk_plein_member_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT fk_plein_member_person_id FOREIGN KEY(person_id) REFERENCES plein_person (id), 
	CONSTRAINT uq_plein_member_cycle_id_number UNIQUE (cycle_id, number), 
	CONSTRAINT uq_plein_member_token_digest UNIQUE (token_digest)
);
INSERT INTO "plein_member" VALUES(1,1,1,1,'host','accepted','began the cycle','cae417907d6031df954bb157706796ca',NULL,NULL,NULL,NULL,NULL,'2026-09-01 13:00:00.000000',NULL,NULL,0);
INSERT INTO "plein_member" VALUES(2,1,2,2,'drafter','accepted','Knows the waiting list.','aeeb5a2ee36d1cc657fdc84953627660',1,NULL,NULL,'46c96bcc708b797dbcedf85e00e561c3f27a4b9a59856ab54fb0e3535f2bef48',NULL,'2026-09-02 05:00:00.000000','2026-09-23 21:59:59.000000',NULL,0);
INSERT INTO "plein_member" VALUES(3,1,3,7,'adviser','invited','They live there.','1fb2335237cf392ed630a5227780213a',NULL,'The quay','2027-03-01 22:59:59.000000','b6bf710bd90180f3dba9f9d8d540535392d1d6d03d16ec22c7d0b413644e63bc',NULL,'2026-09-02 07:00:00.000000','2026-09-23 21:59:59.000000','skippers',0);
INSERT INTO "plein_member" VALUES(4,1,4,8,'adviser','invited','They live there.','ce7e6972cf118bf97e51ccaa65530f48',NULL,'The quay','2027-03-01 22:59:59.000000','e2161dcd2480459e91cdd2d3719fdbd05e8042dfc587e29a1c7bb8e14eae79c9',NULL,'2026-09-02 07:00:00.000000','2026-09-23 21:59:59.000000','skippers',0);
INSERT INTO "plein_member" VALUES(5,2,1,1,'host','accepted','began the cycle','6518e48fe5543520cef03ebb985bfcad',NULL,NULL,NULL,NULL,NULL,'2026-11-20 12:00:00.000000',NULL,NULL,0);
INSERT INTO "plein_member" VALUES(6,2,2,2,'drafter','accepted','Listens well.','668d34b9430d6aa05ba21c437460d664',NULL,NULL,NULL,'cad0f2c527f7b5d16e1e87f5d7790f44c5aead4dd37c1f88321b668883bdd695',NULL,'2026-11-20 12:00:00.000000','2026-12-11 22:59:59.000000',NULL,0);
CREATE TABLE plein_nudge (
	id INTEGER NOT NULL, 
	contribution_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	because TEXT NOT NULL, 
	salt VARCHAR NOT NULL, 
	at DATETIME NOT NULL, erased BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_plein_nudge PRIMARY KEY (id), 
	CONSTRAINT fk_plein_nudge_contribution_id FOREIGN KEY(contribution_id) REFERENCES plein_contribution (id), 
	CONSTRAINT fk_plein_nudge_person_id FOREIGN KEY(person_id) REFERENCES plein_person (id), 
	CONSTRAINT uq_plein_nudge_contribution_id_person_id UNIQUE (contribution_id, person_id)
);
INSERT INTO "plein_nudge" VALUES(1,4,3,'Somebody did ask them.','a5881806f3ad2875003673df324e26fc','2026-09-02 00:00:00.000000',0);
INSERT INTO "plein_nudge" VALUES(2,5,2,'And the others?','f0fd7b64e9b378b58f3263fb7cdb7f53','2026-11-20 12:00:00.000000',0);
INSERT INTO "plein_nudge" VALUES(3,6,1,'Stay with the question.','28395647d7d7fabdbef910d68a6a2c9d','2026-11-20 12:00:00.000000',0);
CREATE TABLE plein_person (
	id INTEGER NOT NULL, 
	handle VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	since DATETIME NOT NULL, name TEXT, contact TEXT, relation VARCHAR, language VARCHAR, usual_since DATETIME, behind INTEGER, erased DATETIME, 
	CONSTRAINT pk_plein_person PRIMARY KEY (id), 
	CONSTRAINT uq_plein_person_handle UNIQUE (handle), 
	CONSTRAINT uq_plein_person_key UNIQUE ("key")
);
INSERT INTO "plein_person" VALUES(1,'anna','4233fa021c1b4507b40d276cb5f5cb89','2026-09-01 13:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "plein_person" VALUES(2,'bea','fc73c5c4af8d4e938d99a192a4f166ec','2026-09-01 14:00:00.000000','Bea de Wit',NULL,'member',NULL,NULL,NULL,NULL);
INSERT INTO "plein_person" VALUES(3,'piet','2f8c55e67c0740aa9637112f914937c2','2026-09-01 18:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "plein_person" VALUES(4,'kim','741c9272517a438e9e5aef560abea098','2026-09-01 19:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "plein_person" VALUES(5,'erased-6c9a47f205e5b4f7','0df5d0a522764ed69c9498771f39cde5','2026-09-03 02:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL,'2026-09-03 02:00:00.000000');
INSERT INTO "plein_person" VALUES(6,'erased-43e75426102f7e42','043b6080438345d7820b12c3ece288b9','2026-09-03 02:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL,'2026-09-03 02:00:00.000000');
INSERT INTO "plein_person" VALUES(7,'mo','ea1d845e2d0546a0b74b51700ca877f4','2026-09-01 21:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "plein_person" VALUES(8,'sam','2cb527ccbd154a4db38e97e2119c069e','2026-09-02 03:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE plein_promise (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	salt VARCHAR NOT NULL, 
	by_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_promise PRIMARY KEY (id), 
	CONSTRAINT fk_plein_promise_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT fk_plein_promise_by_id FOREIGN KEY(by_id) REFERENCES plein_person (id), 
	CONSTRAINT uq_plein_promise_cycle_id_number UNIQUE (cycle_id, number)
);
INSERT INTO "plein_promise" VALUES(1,1,1,'We come back in a year.','0e2743c6a5fdaedd41adbc27f68d8484',1,'2026-09-03 03:00:00.000000');
CREATE TABLE plein_report (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	author_id INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	digest VARCHAR NOT NULL, 
	composed BOOLEAN NOT NULL, 
	published DATETIME, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_report PRIMARY KEY (id), 
	CONSTRAINT fk_plein_report_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT fk_plein_report_author_id FOREIGN KEY(author_id) REFERENCES plein_person (id), 
	CONSTRAINT uq_plein_report_cycle_id_number UNIQUE (cycle_id, number)
);
CREATE TABLE plein_schema_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT plein_schema_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "plein_schema_version" VALUES('0005');
CREATE TABLE plein_step (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	phase VARCHAR NOT NULL, 
	round INTEGER NOT NULL, 
	version INTEGER, 
	opened DATETIME NOT NULL, 
	closes DATETIME, 
	closed DATETIME, 
	ask TEXT, 
	because TEXT, came JSON, 
	CONSTRAINT pk_plein_step PRIMARY KEY (id), 
	CONSTRAINT fk_plein_step_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_step_cycle_id_number UNIQUE (cycle_id, number)
);
INSERT INTO "plein_step" VALUES(1,1,1,'preparation',0,NULL,'2026-09-01 13:00:00.000000',NULL,'2026-09-01 17:00:00.000000',NULL,NULL,'null');
INSERT INTO "plein_step" VALUES(2,1,2,'inventory',0,NULL,'2026-09-01 17:00:00.000000',NULL,'2026-09-02 02:00:00.000000',NULL,NULL,'null');
INSERT INTO "plein_step" VALUES(3,1,3,'invitation',0,NULL,'2026-09-02 02:00:00.000000',NULL,'2026-09-02 08:00:00.000000',NULL,NULL,'{"people": 4, "newcomers": 4, "inside": 0, "outside": 0, "kinds": {"experience": 2, "idea": 1, "position": 1}, "upto": {"contributions": 4, "suggestions": 0}}');
INSERT INTO "plein_step" VALUES(4,1,4,'drafting',0,NULL,'2026-09-02 08:00:00.000000',NULL,'2026-09-02 11:00:00.000000',NULL,NULL,'null');
INSERT INTO "plein_step" VALUES(5,1,5,'review',1,1,'2026-09-02 11:00:00.000000',NULL,'2026-09-02 20:00:00.000000','Is this what you meant?',NULL,'null');
INSERT INTO "plein_step" VALUES(6,1,6,'drafting',1,NULL,'2026-09-02 20:00:00.000000',NULL,'2026-09-03 04:00:00.000000',NULL,NULL,'{"people": 4, "newcomers": 1, "inside": 0, "outside": 0, "kinds": {"suggestion": 6, "tip": 1}, "upto": {"contributions": 4, "suggestions": 7}}');
INSERT INTO "plein_step" VALUES(7,1,7,'review',2,2,'2026-09-03 04:00:00.000000',NULL,NULL,'And now?',NULL,'null');
INSERT INTO "plein_step" VALUES(8,2,1,'preparation',0,NULL,'2026-11-20 12:00:00.000000',NULL,'2026-11-20 12:00:00.000000',NULL,NULL,'null');
INSERT INTO "plein_step" VALUES(9,2,2,'inventory',0,NULL,'2026-11-20 12:00:00.000000',NULL,'2026-11-20 12:00:00.000000',NULL,NULL,'null');
INSERT INTO "plein_step" VALUES(10,2,3,'invitation',0,NULL,'2026-11-20 12:00:00.000000',NULL,'2026-11-20 12:00:00.000000',NULL,NULL,'{"people": 1, "newcomers": 0, "inside": 0, "outside": 0, "kinds": {"opinion": 1}, "upto": {"contributions": 1, "suggestions": 0}}');
INSERT INTO "plein_step" VALUES(11,2,4,'conversation',0,NULL,'2026-11-20 12:00:00.000000',NULL,NULL,NULL,NULL,'null');
CREATE TABLE plein_submission (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	author_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	digest VARCHAR, 
	sweeping BOOLEAN NOT NULL, 
	at DATETIME NOT NULL, edited_from INTEGER, 
	CONSTRAINT pk_plein_submission PRIMARY KEY (id), 
	CONSTRAINT fk_plein_submission_author_id FOREIGN KEY(author_id) REFERENCES plein_person (id), 
	CONSTRAINT fk_plein_submission_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_submission_cycle_id_digest UNIQUE (cycle_id, digest), 
	CONSTRAINT uq_plein_submission_cycle_id_number UNIQUE (cycle_id, number)
);
INSERT INTO "plein_submission" VALUES(1,1,1,3,1,'455a6371290bf61b8316b4ca954b3209f33642c908c3b99536252c515c83d6ab',0,'2026-09-02 12:00:00.000000',NULL);
INSERT INTO "plein_submission" VALUES(2,1,2,4,1,'38225f0b9fa5cb3bad7caf3c8ae580cec0d5c300dd5d7d3e6cf05b14a03265be',0,'2026-09-02 13:00:00.000000',NULL);
INSERT INTO "plein_submission" VALUES(3,1,3,7,1,NULL,0,'2026-09-02 14:00:00.000000',NULL);
INSERT INTO "plein_submission" VALUES(4,1,4,3,1,'006377387084a4deab61b7080a3a6d0fe6093627862f04d5bcc74813c623f508',0,'2026-09-02 15:00:00.000000',NULL);
INSERT INTO "plein_submission" VALUES(5,1,5,4,1,'1963adc9bcec7c2623bcb9035c73436b0ab454d324c5d9afc2755fab126d696f',0,'2026-09-02 16:00:00.000000',NULL);
INSERT INTO "plein_submission" VALUES(6,1,6,5,1,NULL,0,'2026-09-02 17:00:00.000000',NULL);
INSERT INTO "plein_submission" VALUES(7,1,7,7,1,'b1ecdbf5c006becb71afe4fba79e33e8569a864d5cf10f8a5bbc599210c89520',0,'2026-09-02 19:00:00.000000',NULL);
INSERT INTO "plein_submission" VALUES(8,1,8,4,2,'3ed6421e32e1a36d6799dd07bf25ca59a1ce27f02cab99a42341c0066ceb89ce',0,'2026-09-03 05:00:00.000000',NULL);
CREATE TABLE plein_suggestion (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	submission INTEGER NOT NULL, 
	author_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	version INTEGER NOT NULL, 
	paragraph INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	"replace" TEXT, 
	why TEXT, 
	edits JSON NOT NULL, 
	at_version INTEGER, 
	at_edits JSON, 
	salt VARCHAR NOT NULL, 
	sweeping BOOLEAN NOT NULL, 
	at DATETIME NOT NULL, contribution INTEGER, erased BOOLEAN DEFAULT 0 NOT NULL, edited_from INTEGER, replaced_by INTEGER, 
	CONSTRAINT pk_plein_suggestion PRIMARY KEY (id), 
	CONSTRAINT fk_plein_suggestion_author_id FOREIGN KEY(author_id) REFERENCES plein_person (id), 
	CONSTRAINT fk_plein_suggestion_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_suggestion_cycle_id_number UNIQUE (cycle_id, number)
);
INSERT INTO "plein_suggestion" VALUES(1,1,1,1,3,'suggestion','open',1,2,20,25,'homes','houses','So it is said.','[[20, 25, "houses"]]',NULL,'null','3a6ccff224f654fdec772e16f8f91b90',0,'2026-09-02 12:00:00.000000',NULL,0,NULL,NULL);
INSERT INTO "plein_suggestion" VALUES(2,1,2,2,4,'suggestion','open',1,7,157,178,'trees in every street','old trees in every street','So it is said.','[[156, 156, " old"]]',NULL,'null','4fc252b5cf471d7c587ad1636795aaef',0,'2026-09-02 13:00:00.000000',NULL,0,NULL,NULL);
INSERT INTO "plein_suggestion" VALUES(3,1,3,3,7,'suggestion','withdrawn',1,4,50,72,'families with children','families','So it is said.','[[58, 72, ""]]',NULL,'null','ab5775a9ed27194cb9323be14f948c27',0,'2026-09-02 14:00:00.000000',NULL,0,NULL,NULL);
INSERT INTO "plein_suggestion" VALUES(4,1,4,4,3,'suggestion','open',1,2,11,26,'We build homes.','We build homes. We start now.',NULL,'[[26, 26, " We start now."]]',NULL,'null','de33cacc5b647659d857306dc989429c',0,'2026-09-02 15:00:00.000000',NULL,0,NULL,NULL);
INSERT INTO "plein_suggestion" VALUES(5,1,5,5,4,'suggestion','open',1,2,11,26,'We build homes.','We build homes. And on the quay.',NULL,'[[26, 26, " And on the quay."]]',NULL,'null','30bba2daf4dde858448042071cc653c2',0,'2026-09-02 16:00:00.000000',NULL,0,NULL,NULL);
INSERT INTO "plein_suggestion" VALUES(6,1,6,6,5,'suggestion','withdrawn',1,6,120,132,'waiting list',NULL,NULL,'[]',NULL,'null','',0,'2026-09-02 17:00:00.000000',NULL,1,NULL,NULL);
INSERT INTO "plein_suggestion" VALUES(7,1,7,7,7,'tip','open',1,6,140,146,'public',NULL,'Say where it can be read.','[]',NULL,'null','7d9c148bfade8fa6419d182f87f491b1',0,'2026-09-02 19:00:00.000000',NULL,0,NULL,NULL);
INSERT INTO "plein_suggestion" VALUES(8,1,8,8,4,'suggestion','open',2,6,166,179,'It is public.','Everybody can read it.',NULL,'[[166, 178, "Everybody can read it"]]',NULL,'null','aed5190b440cc8a97d81f07f19ec7738',0,'2026-09-03 05:00:00.000000',NULL,0,NULL,NULL);
CREATE TABLE plein_support (
	id INTEGER NOT NULL, 
	contribution_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_support PRIMARY KEY (id), 
	CONSTRAINT fk_plein_support_contribution_id FOREIGN KEY(contribution_id) REFERENCES plein_contribution (id), 
	CONSTRAINT fk_plein_support_person_id FOREIGN KEY(person_id) REFERENCES plein_person (id), 
	CONSTRAINT uq_plein_support_contribution_id_person_id UNIQUE (contribution_id, person_id)
);
INSERT INTO "plein_support" VALUES(1,1,7,'2026-09-01 22:00:00.000000');
INSERT INTO "plein_support" VALUES(2,1,4,'2026-09-01 23:00:00.000000');
INSERT INTO "plein_support" VALUES(3,5,2,'2026-11-20 12:00:00.000000');
INSERT INTO "plein_support" VALUES(4,6,1,'2026-11-20 12:00:00.000000');
CREATE TABLE plein_topic (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	title TEXT NOT NULL, 
	host_id INTEGER NOT NULL, 
	aim TEXT, 
	scope TEXT, 
	outcome TEXT, 
	salt VARCHAR NOT NULL, 
	opened DATETIME, 
	closed DATETIME, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_topic PRIMARY KEY (id), 
	CONSTRAINT fk_plein_topic_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT fk_plein_topic_host_id FOREIGN KEY(host_id) REFERENCES plein_person (id), 
	CONSTRAINT uq_plein_topic_cycle_id_number UNIQUE (cycle_id, number), 
	CONSTRAINT uq_plein_topic_cycle_id_name UNIQUE (cycle_id, name)
);
INSERT INTO "plein_topic" VALUES(1,1,1,'harbour','The harbour',1,'Homes on the quay','The quay','The group reads it all.','1bd668d44520a8b7e16573a1bb272413','2026-09-01 16:00:00.000000',NULL,'2026-09-01 15:00:00.000000');
INSERT INTO "plein_topic" VALUES(2,2,1,'quays','The quays',1,'Hear who walks there.','Not the ferry.','A plan.','0f1ba857dd3cc2e9fc85fb4ef78aab95','2026-11-20 12:00:00.000000',NULL,'2026-11-20 12:00:00.000000');
CREATE TABLE plein_undone (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	suggestion INTEGER NOT NULL, 
	outcome VARCHAR NOT NULL, 
	because TEXT, 
	why TEXT NOT NULL, 
	by_id INTEGER NOT NULL, 
	published DATETIME NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_undone PRIMARY KEY (id), 
	CONSTRAINT fk_plein_undone_by_id_plein_person FOREIGN KEY(by_id) REFERENCES plein_person (id), 
	CONSTRAINT fk_plein_undone_cycle_id_plein_cycle FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_undone_cycle_id_number UNIQUE (cycle_id, number)
);
CREATE TABLE plein_version (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	author_id INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	digest VARCHAR NOT NULL, 
	base INTEGER, 
	note TEXT, 
	parts JSON, 
	published DATETIME, 
	at DATETIME NOT NULL, contributions JSON, corrects INTEGER, because TEXT, 
	CONSTRAINT pk_plein_version PRIMARY KEY (id), 
	CONSTRAINT fk_plein_version_author_id FOREIGN KEY(author_id) REFERENCES plein_person (id), 
	CONSTRAINT fk_plein_version_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_version_cycle_id_number UNIQUE (cycle_id, number)
);
INSERT INTO "plein_version" VALUES(1,1,1,2,'# Housing

We build homes.

## Who comes first

- families with children
- people who lost their home

The town keeps a waiting list. It is public.

We like trees in every street.
','15b62852dd873bd6bd28bdc8ebfbf5ab3b33310ca57e749330e28a4c50acb36c',NULL,'First go','null','2026-09-02 11:00:00.000000','2026-09-02 09:00:00.000000','[1, 2]',NULL,NULL);
INSERT INTO "plein_version" VALUES(2,1,2,2,'# Housing

We build houses. We start now. And on the quay.

## Who comes first

- families with children
- people who lost their home

The town keeps a waiting list. It is public.

We like trees, old ones first, in every street.
','fb53dea8a52d4092631e533c6a0ea5e889bad151cc82c7107b367e816526b30d',1,'After the first round','[1, 2, 4, 5]','2026-09-03 04:00:00.000000','2026-09-03 01:00:00.000000','null',NULL,NULL);
CREATE INDEX ix_plein_aside_author_id ON plein_aside (author_id);
CREATE INDEX ix_plein_aside_cycle_id ON plein_aside (cycle_id);
CREATE INDEX ix_plein_contribution_author_id ON plein_contribution (author_id);
CREATE INDEX ix_plein_contribution_cycle_id ON plein_contribution (cycle_id);
CREATE INDEX ix_plein_decision_by_id ON plein_decision (by_id);
CREATE INDEX ix_plein_decision_cycle_id ON plein_decision (cycle_id);
CREATE INDEX ix_plein_entry_cycle_id ON plein_entry (cycle_id);
CREATE INDEX ix_plein_entry_person_id ON plein_entry (person_id);
CREATE INDEX ix_plein_member_cycle_id ON plein_member (cycle_id);
CREATE INDEX ix_plein_member_person_id ON plein_member (person_id);
CREATE INDEX ix_plein_step_cycle_id ON plein_step (cycle_id);
CREATE INDEX ix_plein_submission_author_id ON plein_submission (author_id);
CREATE INDEX ix_plein_submission_cycle_id ON plein_submission (cycle_id);
CREATE INDEX ix_plein_suggestion_author_id ON plein_suggestion (author_id);
CREATE INDEX ix_plein_suggestion_cycle_id ON plein_suggestion (cycle_id);
CREATE INDEX ix_plein_version_author_id ON plein_version (author_id);
CREATE INDEX ix_plein_version_cycle_id ON plein_version (cycle_id);
CREATE INDEX ix_plein_nudge_contribution_id ON plein_nudge (contribution_id);
CREATE INDEX ix_plein_nudge_person_id ON plein_nudge (person_id);
CREATE INDEX ix_plein_support_contribution_id ON plein_support (contribution_id);
CREATE INDEX ix_plein_support_person_id ON plein_support (person_id);
CREATE INDEX ix_plein_topic_cycle_id ON plein_topic (cycle_id);
CREATE INDEX ix_plein_topic_host_id ON plein_topic (host_id);
CREATE INDEX ix_plein_link_cycle_id ON plein_link (cycle_id);
CREATE INDEX ix_plein_link_person_id ON plein_link (person_id);
CREATE INDEX ix_plein_comment_cycle_id ON plein_comment (cycle_id);
CREATE INDEX ix_plein_comment_author_id ON plein_comment (author_id);
CREATE INDEX ix_plein_promise_cycle_id ON plein_promise (cycle_id);
CREATE INDEX ix_plein_promise_by_id ON plein_promise (by_id);
CREATE INDEX ix_plein_report_cycle_id ON plein_report (cycle_id);
CREATE INDEX ix_plein_report_author_id ON plein_report (author_id);
CREATE INDEX ix_plein_board_person_board_id ON plein_board_person (board_id);
CREATE INDEX ix_plein_board_person_person_id ON plein_board_person (person_id);
CREATE INDEX ix_plein_undone_by_id ON plein_undone (by_id);
CREATE INDEX ix_plein_undone_cycle_id ON plein_undone (cycle_id);
COMMIT;
