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
CREATE TABLE plein_board_person (
	id INTEGER NOT NULL, 
	board_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	CONSTRAINT pk_plein_board_person PRIMARY KEY (id), 
	CONSTRAINT fk_plein_board_person_board_id FOREIGN KEY(board_id) REFERENCES plein_board (id), 
	CONSTRAINT fk_plein_board_person_person_id FOREIGN KEY(person_id) REFERENCES plein_person (id), 
	CONSTRAINT uq_plein_board_person_board_id_person_id UNIQUE (board_id, person_id)
);
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
INSERT INTO "plein_contribution" VALUES(1,1,1,2,'experience',NULL,'My son has been waiting for nine years.',0,'88cac5555af5d43efcf7f9a93e7a458f',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-23 12:00:00.000000',0);
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
INSERT INTO "plein_cycle" VALUES(1,'housing','Housing','What should change about housing?','{"name": "plein66", "title": "Plein66", "start": "preparation", "phases": [{"name": "preparation", "space": "open", "on_enter": [], "acts": {"read": {"by": ["public"], "guards": []}, "set-topics": {"by": ["host"], "guards": []}, "appoint-host": {"by": ["host"], "guards": []}, "promise": {"by": ["host"], "guards": []}, "avoid": {"by": ["host"], "guards": []}}}, {"name": "inventory", "space": "open", "on_enter": [], "acts": {"read": {"by": ["public"], "guards": []}, "set-topics": {"by": ["host"], "guards": []}, "contribute": {"by": ["public"], "guards": ["deadline_open"]}, "support": {"by": ["public"], "guards": ["deadline_open"]}, "link": {"by": ["public"], "guards": ["deadline_open"]}, "nudge": {"by": ["public"], "guards": ["deadline_open"]}, "hide": {"by": ["host"], "guards": []}, "import-contributions": {"by": ["host"], "guards": []}, "see-candidates": {"by": ["host"], "guards": []}, "appoint-host": {"by": ["host"], "guards": []}, "promise": {"by": ["host"], "guards": []}, "avoid": {"by": ["host"], "guards": []}, "extend": {"by": ["host"], "guards": []}}}, {"name": "invitation", "space": "open", "on_enter": [], "acts": {"read": {"by": ["public"], "guards": []}, "link": {"by": ["host"], "guards": []}, "hide": {"by": ["host"], "guards": []}, "see-candidates": {"by": ["host"], "guards": []}, "appoint-host": {"by": ["host"], "guards": []}, "invite": {"by": ["host"], "guards": ["inventory_held"]}, "answer-invitation": {"by": ["public"], "guards": []}, "remove-member": {"by": ["host"], "guards": ["inventory_held"]}, "promise": {"by": ["host"], "guards": []}, "avoid": {"by": ["host"], "guards": []}, "extend": {"by": ["host"], "guards": []}}}, {"name": "drafting", "space": "closed", "on_enter": [], "acts": {"read": {"by": ["public"], "guards": []}, "link": {"by": ["host"], "guards": []}, "hide": {"by": ["host"], "guards": []}, "see-candidates": {"by": ["host"], "guards": []}, "appoint-host": {"by": ["host"], "guards": []}, "invite": {"by": ["host"], "guards": ["inventory_held"]}, "answer-invitation": {"by": ["public"], "guards": []}, "remove-member": {"by": ["host"], "guards": ["inventory_held"]}, "read-drafts": {"by": ["host", "drafter", "adviser"], "guards": []}, "save-draft": {"by": ["host", "drafter"], "guards": []}, "comment": {"by": ["host", "drafter", "adviser"], "guards": []}, "withdraw": {"by": ["public"], "guards": []}, "decide": {"by": ["host", "drafter"], "guards": ["was_reviewed"]}, "merge": {"by": ["host", "drafter"], "guards": []}, "publish-decisions": {"by": ["host", "drafter"], "guards": []}, "promise": {"by": ["host"], "guards": []}, "avoid": {"by": ["host"], "guards": []}, "extend": {"by": ["host"], "guards": []}}}, {"name": "review", "space": "open", "on_enter": ["publish-version", "open-round"], "acts": {"read": {"by": ["public"], "guards": []}, "link": {"by": ["host"], "guards": []}, "hide": {"by": ["host"], "guards": []}, "see-candidates": {"by": ["host"], "guards": []}, "appoint-host": {"by": ["host"], "guards": []}, "invite": {"by": ["host"], "guards": ["inventory_held"]}, "answer-invitation": {"by": ["public"], "guards": []}, "remove-member": {"by": ["host"], "guards": ["inventory_held"]}, "read-drafts": {"by": ["host", "drafter", "adviser"], "guards": []}, "comment": {"by": ["host", "drafter", "adviser"], "guards": []}, "suggest": {"by": ["public"], "guards": ["deadline_open"]}, "import-suggestions": {"by": ["host"], "guards": ["deadline_open"]}, "withdraw": {"by": ["public"], "guards": []}, "decide": {"by": ["host", "drafter"], "guards": ["was_reviewed"]}, "merge": {"by": ["host", "drafter"], "guards": []}, "publish-decisions": {"by": ["host", "drafter"], "guards": []}, "promise": {"by": ["host"], "guards": []}, "avoid": {"by": ["host"], "guards": []}, "extend": {"by": ["host"], "guards": []}}}, {"name": "final", "space": "open", "on_enter": ["publish-version"], "acts": {"read": {"by": ["public"], "guards": []}, "read-drafts": {"by": ["host", "drafter", "adviser"], "guards": []}, "correct": {"by": ["host"], "guards": []}, "promise": {"by": ["host"], "guards": []}}}, {"name": "stopped", "space": "open", "on_enter": [], "acts": {"read": {"by": ["public"], "guards": []}, "read-drafts": {"by": ["host", "drafter", "adviser"], "guards": []}}}], "moves": [{"from": "preparation", "to": "inventory", "by": ["host"], "guards": []}, {"from": "inventory", "to": "invitation", "by": ["host"], "guards": ["has_contributions"]}, {"from": "invitation", "to": "drafting", "by": ["host"], "guards": ["inventory_held", "has_drafter"]}, {"from": "invitation", "to": "inventory", "by": ["host"], "guards": []}, {"from": "drafting", "to": "review", "by": ["host"], "guards": ["has_draft"]}, {"from": "drafting", "to": "final", "by": ["host"], "guards": ["was_reviewed", "all_decided", "decisions_reasoned", "decisions_published", "adopted_merged"]}, {"from": "review", "to": "drafting", "by": ["host"], "guards": []}, {"from": "review", "to": "final", "by": ["host"], "guards": ["was_reviewed", "all_decided", "decisions_reasoned", "decisions_published", "adopted_merged"]}, {"from": "preparation", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}, {"from": "inventory", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}, {"from": "invitation", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}, {"from": "drafting", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}, {"from": "review", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}], "edition": 2}','Europe/Amsterdam','en','drafting',1,NULL,19,'77ba9af134a20778e3477052c3565f7f516f0ce3442f902d68cbdae3c56f886b','2026-11-23 12:00:00.000000',NULL,'null');
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
INSERT INTO "plein_decision" VALUES(1,1,1,'adopted',NULL,NULL,NULL,NULL,'c11f88559548e7497f92f73d11bb03dc',3,'2026-11-23 12:00:00.000000',2,'2026-11-23 12:00:00.000000',NULL,NULL,NULL);
INSERT INTO "plein_decision" VALUES(2,1,2,'rejected','Outside our powers.',NULL,NULL,NULL,'aed1e164dfb806072510e2df1eb37eeb',3,'2026-11-23 12:00:00.000000',NULL,'2026-11-23 12:00:00.000000',NULL,NULL,NULL);
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
INSERT INTO "plein_entry" VALUES(1,1,1,1,'{"act":"new-cycle","at":"2026-11-23T12:00:00+00:00","by":"bc77fcf0c74f43ba9082ddb7c7777a11","closed":false,"cycle":"housing","definition":"plein66","definition_seal":"a892ebe2ee906dc9b7076a33214462fb2f44cfc8f5402243ec184b5fb281f542","language":"en","number":1,"phase":"preparation","question":"What should change about housing?","seal":"90e79f5b69e6f3498f6b525131d1e9fa119191c537846bc305a729c681b14107","timezone":"Europe/Amsterdam","title":"Housing"}','adec1a35320960a056b05564fe117bb6','882433a0b4bf7b3d0fb60db466d9f1c439a44a012cc81726c93201147c991cc0','e34fe44a100587e6ef84af1c694312dc6b8e7214f454aa6bff600c9ae432a1a9');
INSERT INTO "plein_entry" VALUES(2,1,2,1,'{"act":"move","ask":null,"at":"2026-11-23T12:00:00+00:00","because":null,"by":"bc77fcf0c74f43ba9082ddb7c7777a11","came":null,"closed":false,"closes":null,"cycle":"housing","number":2,"phase":"inventory","report":null,"round":0,"version":null}','2708db2973d78f6d6bb22ba723b302cd','e34fe44a100587e6ef84af1c694312dc6b8e7214f454aa6bff600c9ae432a1a9','160bf5a03ba0f4e680acc3446a8e4ad6f4dcbe8b6410f91d88c749b0ff780a70');
INSERT INTO "plein_entry" VALUES(3,1,3,2,'{"act":"contribute","at":"2026-11-23T12:00:00+00:00","by":"949e4da78dfe4d818b115d871dd41968","closed":false,"contribution":1,"cycle":"housing","kind":"experience","number":3,"reply_to":null,"seal":"94750ac21f4f07868217dce696827e4c49208f474991837993540e1c4264d06a","topic":null}','4879adfe089f242c901a280069d10f32','160bf5a03ba0f4e680acc3446a8e4ad6f4dcbe8b6410f91d88c749b0ff780a70','9b33dd702a22cc992fd449e15f3208c972d62ebda2d8011e21dfa4467506a36c');
INSERT INTO "plein_entry" VALUES(4,1,4,1,'{"act":"move","ask":null,"at":"2026-11-23T12:00:00+00:00","because":null,"by":"bc77fcf0c74f43ba9082ddb7c7777a11","came":{"inside":0,"kinds":{"experience":1},"newcomers":1,"outside":0,"people":1,"upto":{"contributions":1,"suggestions":0}},"closed":false,"closes":null,"cycle":"housing","number":4,"phase":"invitation","report":null,"round":0,"version":null}','6fbca9fb016fdce3f7d658c4d15fb84d','9b33dd702a22cc992fd449e15f3208c972d62ebda2d8011e21dfa4467506a36c','669493efc6981b2443abcd3894d6f7b0b20b1df80a639856f5db81bacaa71411');
INSERT INTO "plein_entry" VALUES(5,1,5,1,'{"act":"invite","at":"2026-11-23T12:00:00+00:00","board":null,"by":"bc77fcf0c74f43ba9082ddb7c7777a11","closed":false,"contribution":1,"cycle":"housing","expires":"2026-12-14T22:59:59+00:00","member":2,"number":5,"person":"3e7261faf6a34aedacb51189f3b929b9","role":"drafter","seal":"7d37139c08cdbaa01f52e31ab57ba7029987057a2198a6f2a5d9adc787bd0e37","token_seal":"582c6038fb917222058abed94b439eb2f3256f7f12c0bbd5a1c5b977d206e331","topic":null,"until":null}','5a3a3a44afe3cd500ed6982182c675b4','669493efc6981b2443abcd3894d6f7b0b20b1df80a639856f5db81bacaa71411','614af4b3fb925787d459a37c8d5d8f2fa2e40ef8efad4286b6410d7c9204d161');
INSERT INTO "plein_entry" VALUES(6,1,6,3,'{"act":"accepted","at":"2026-11-23T12:00:00+00:00","by":"3e7261faf6a34aedacb51189f3b929b9","closed":false,"cycle":"housing","member":2,"number":6,"person":"3e7261faf6a34aedacb51189f3b929b9","role":"drafter"}','ca6aaa7450bcc2375ebef5db078cf5ed','614af4b3fb925787d459a37c8d5d8f2fa2e40ef8efad4286b6410d7c9204d161','941843acf3f56a1289b0ff5756ceebb5dd1d4357170c4a6cc286f306c74dcc4c');
INSERT INTO "plein_entry" VALUES(7,1,7,1,'{"act":"move","ask":null,"at":"2026-11-23T12:00:00+00:00","because":null,"by":"bc77fcf0c74f43ba9082ddb7c7777a11","came":null,"closed":false,"closes":null,"cycle":"housing","number":7,"phase":"drafting","report":null,"round":0,"version":null}','e23ea40bdd1c34ae9b759f807e836106','941843acf3f56a1289b0ff5756ceebb5dd1d4357170c4a6cc286f306c74dcc4c','43e0392e8b67519124967602001dbef1245de4c08935ac173fe0300ce8ef3daa');
INSERT INTO "plein_entry" VALUES(8,1,8,3,'{"act":"save-draft","at":"2026-11-23T12:00:00+00:00","base":null,"by":"3e7261faf6a34aedacb51189f3b929b9","closed":true,"contributions":null,"cycle":"housing","digest":"15b62852dd873bd6bd28bdc8ebfbf5ab3b33310ca57e749330e28a4c50acb36c","note_seal":"8c45fc57815da063a548585909c666a2f9460a35ce98f143c5f5b3c591296267","number":8,"version":1}','36425cd06d8e17f74c5a205754081668','43e0392e8b67519124967602001dbef1245de4c08935ac173fe0300ce8ef3daa','a7bac3967e0f14953a19b52eb6cff2a0fa73e494b949b9fedb5daa85e89f7578');
INSERT INTO "plein_entry" VALUES(9,1,9,1,'{"act":"move","ask":"Is this what you meant?","at":"2026-11-23T12:00:00+00:00","because":null,"by":"bc77fcf0c74f43ba9082ddb7c7777a11","came":null,"closed":false,"closes":"2026-12-18T22:59:59+00:00","cycle":"housing","digest":"15b62852dd873bd6bd28bdc8ebfbf5ab3b33310ca57e749330e28a4c50acb36c","number":9,"phase":"review","report":null,"round":1,"version":1}','ee11ad6b22acf6fdb2b9861edad291b3','a7bac3967e0f14953a19b52eb6cff2a0fa73e494b949b9fedb5daa85e89f7578','65554eb746d6d663a14887a1215e507850c976f9ab252468236c8da24ca83ad4');
INSERT INTO "plein_entry" VALUES(10,1,10,2,'{"act":"suggest","at":"2026-11-23T12:00:00+00:00","by":"949e4da78dfe4d818b115d871dd41968","closed":false,"cycle":"housing","number":10,"submissions":[{"author":"949e4da78dfe4d818b115d871dd41968","digest_seal":"577c27de81e67eeda7cd239ce13787b2d7985711c002f9d59570d4dc3e6e1929","seals":[[1,"010f1dec5e7b37b3546aeeff12edafda860fdfc9de7854c60fab46d52d6bceb0","d75d5b150880d6d20d8ceb25411f622d5bd28b04fdce951417c5c1c4ae944e82"]],"submission":1,"sweeping":false,"version":1}]}','04660ff4d96e31b6700ae7e03384b784','65554eb746d6d663a14887a1215e507850c976f9ab252468236c8da24ca83ad4','2e80eb73ebfb4116c54aa98cde5159e7db66c3287645225b362831562a52321c');
INSERT INTO "plein_entry" VALUES(11,1,11,4,'{"act":"suggest","at":"2026-11-23T12:00:00+00:00","by":"4ac17757eba04dd6857ba5bd21493098","closed":false,"cycle":"housing","number":11,"submissions":[{"author":"4ac17757eba04dd6857ba5bd21493098","digest_seal":"55b1b05a32efc9ba6dd5daf8bcc1cf24334caa865c64972644fcff5442c8be8d","seals":[[2,"6825fdca3b13b6a3d3a4d3eb490623d4c0b42b0a10d32b91cac09dc2f40b96d8","6c5def8dcd8de9b15310e049c1e39e7e4c277916003fd5ca6b419e11467374a3"]],"submission":2,"sweeping":false,"version":1}]}','a369baffa252ee597ad8f359a47516b5','2e80eb73ebfb4116c54aa98cde5159e7db66c3287645225b362831562a52321c','e91aadc2cc21e05fad38de4f2cf09be3bb408d9ee51d541a9be4c754bca354f8');
INSERT INTO "plein_entry" VALUES(12,1,12,5,'{"act":"suggest","at":"2026-11-23T12:00:00+00:00","by":"e81ce556f32e4892abadca70f05d555c","closed":false,"cycle":"housing","number":12,"submissions":[{"author":"e81ce556f32e4892abadca70f05d555c","digest_seal":"03e14731b115f53512ec942ab09c6975a2734e91cb7ec16fcc788afbc68b8d4d","seals":[[3,"f3e83aaef27750603ac8473cdc58d6ad0011ef533e1eda8cb19408a413051028","7838bd1bba9653b0c93bfd0e9e2f2a36a945089a24be283faec7a0e9519eb760"]],"submission":3,"sweeping":false,"version":1}]}','1b5c342dd9c46a1657e207e4b9da277a','e91aadc2cc21e05fad38de4f2cf09be3bb408d9ee51d541a9be4c754bca354f8','3be6ace47faa967b67d9332ca10b59c0132282a2c3e31b75a4a668bdf9207a38');
INSERT INTO "plein_entry" VALUES(13,1,13,2,'{"act":"suggest","at":"2026-11-23T12:00:00+00:00","by":"949e4da78dfe4d818b115d871dd41968","closed":false,"cycle":"housing","number":13,"submissions":[{"author":"949e4da78dfe4d818b115d871dd41968","digest_seal":"c206377caf7e1d7937273c053f86872937dec38ff704accf973796c1b3946d4f","seals":[[4,"703eae63a4ec011f3a0d893b6581757e086ff8670cdb5b8397fd365103e4bd43","eeeac985a96eb4a110d3dd049fa1282de38e61176c2b03bbf1a48196fbda8c54"]],"submission":4,"sweeping":false,"version":1}]}','195088a6b3be15cabb3b8f29c2e68934','3be6ace47faa967b67d9332ca10b59c0132282a2c3e31b75a4a668bdf9207a38','d80a2bbb0e42ab5b6f651cf95e8e2a99e17b3c829488c893010ca13c751e2f17');
INSERT INTO "plein_entry" VALUES(14,1,14,1,'{"act":"move","ask":null,"at":"2026-11-23T12:00:00+00:00","because":"Everybody was heard.","by":"bc77fcf0c74f43ba9082ddb7c7777a11","came":{"inside":0,"kinds":{"suggestion":4},"newcomers":2,"outside":0,"people":3,"upto":{"contributions":1,"suggestions":4}},"closed":false,"closes":null,"cycle":"housing","number":14,"phase":"drafting","report":null,"round":1,"version":null}','189bdcc44a48e10d913effcdd035b36e','d80a2bbb0e42ab5b6f651cf95e8e2a99e17b3c829488c893010ca13c751e2f17','76a3e992e85b78fade19011b69ea2aaa807ad1028a03f16bbf964034610d518d');
INSERT INTO "plein_entry" VALUES(15,1,15,2,'{"act":"withdraw","at":"2026-11-23T12:00:00+00:00","by":"949e4da78dfe4d818b115d871dd41968","closed":false,"cycle":"housing","number":15,"suggestion":4}','8b3d6daf80ae4611dd991d2f4eee035e','76a3e992e85b78fade19011b69ea2aaa807ad1028a03f16bbf964034610d518d','6de0f84edb4b32c9fdd9e1d03d907b555da42638bc025d3b0f7393d6a77a33af');
INSERT INTO "plein_entry" VALUES(16,1,16,3,'{"act":"decide","at":"2026-11-23T12:00:00+00:00","by":"3e7261faf6a34aedacb51189f3b929b9","closed":true,"covered_by":null,"cycle":"housing","number":16,"outcome":"adopted","seals":[[1,"251ec365495a89ab4ef6fa16a658f1357cefe72d9f8e3c90cca05aa7cb363c35"]],"together":false}','c0a77f70b834a461783ad4a377e93609','6de0f84edb4b32c9fdd9e1d03d907b555da42638bc025d3b0f7393d6a77a33af','cded42b3f0cf1be512fdd48c1c19fac6d96c023fad3d0e6152b3d14912de71d4');
INSERT INTO "plein_entry" VALUES(17,1,17,3,'{"act":"decide","at":"2026-11-23T12:00:00+00:00","by":"3e7261faf6a34aedacb51189f3b929b9","closed":true,"covered_by":null,"cycle":"housing","number":17,"outcome":"rejected","seals":[[2,"7793e389714319e39748cf41b6e717b928b42fb9b9bef755a649eb8fa1e88b6f"]],"together":false}','f52726d202c778b9808c0a3adf71832e','cded42b3f0cf1be512fdd48c1c19fac6d96c023fad3d0e6152b3d14912de71d4','ada1a3e8a6395151993cfa2fc704a73a2088e40368f75433ac77de1aa278c4af');
INSERT INTO "plein_entry" VALUES(18,1,18,3,'{"act":"merge","applied":[1],"at":"2026-11-23T12:00:00+00:00","base":1,"by":"3e7261faf6a34aedacb51189f3b929b9","closed":true,"cycle":"housing","digest":"d56095a6046cd021ba6f29595988478d389178347773dca866c7cb57e2187d59","held":[],"method":3,"note_seal":"b6a7abf822a5f6e50cbb2a2dc17a076e726f65ed98cf7b25d91c5bf16df333e1","number":18,"version":2}','f9bc830f46f17bbb1c66adb0f4f14f2c','ada1a3e8a6395151993cfa2fc704a73a2088e40368f75433ac77de1aa278c4af','a5133eea7cc825986b2f6683534c8f69278ee025ff89a3939be59ac93a7d0454');
INSERT INTO "plein_entry" VALUES(19,1,19,3,'{"act":"publish-decisions","at":"2026-11-23T12:00:00+00:00","by":"3e7261faf6a34aedacb51189f3b929b9","closed":false,"cycle":"housing","number":19,"seals":[[1,"251ec365495a89ab4ef6fa16a658f1357cefe72d9f8e3c90cca05aa7cb363c35"],[2,"7793e389714319e39748cf41b6e717b928b42fb9b9bef755a649eb8fa1e88b6f"]]}','700c53385e0f7b0610f502271edb11cc','a5133eea7cc825986b2f6683534c8f69278ee025ff89a3939be59ac93a7d0454','77ba9af134a20778e3477052c3565f7f516f0ce3442f902d68cbdae3c56f886b');
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
INSERT INTO "plein_member" VALUES(1,1,1,1,'host','accepted','began the cycle','3ba4401ca1d59caed0e96889d26a6943',NULL,NULL,NULL,NULL,NULL,'2026-11-23 12:00:00.000000',NULL,NULL,0);
INSERT INTO "plein_member" VALUES(2,1,2,3,'drafter','accepted','Knows the waiting list.','ae1404eca59dcab37ff67064ccaaf3bd',1,NULL,NULL,'1cf87f5062593da46c59b3b175f41efefb4b9b903e6be1eed5ab6345b7fd535f',NULL,'2026-11-23 12:00:00.000000','2026-12-14 22:59:59.000000',NULL,0);
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
CREATE TABLE plein_person (
	id INTEGER NOT NULL, 
	handle VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	since DATETIME NOT NULL, name TEXT, contact TEXT, relation VARCHAR, language VARCHAR, usual_since DATETIME, behind INTEGER, erased DATETIME, 
	CONSTRAINT pk_plein_person PRIMARY KEY (id), 
	CONSTRAINT uq_plein_person_handle UNIQUE (handle), 
	CONSTRAINT uq_plein_person_key UNIQUE ("key")
);
INSERT INTO "plein_person" VALUES(1,'anna','bc77fcf0c74f43ba9082ddb7c7777a11','2026-11-23 12:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "plein_person" VALUES(2,'piet','949e4da78dfe4d818b115d871dd41968','2026-11-23 12:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "plein_person" VALUES(3,'bea','3e7261faf6a34aedacb51189f3b929b9','2026-11-23 12:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "plein_person" VALUES(4,'kim','4ac17757eba04dd6857ba5bd21493098','2026-11-23 12:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "plein_person" VALUES(5,'jan','e81ce556f32e4892abadca70f05d555c','2026-11-23 12:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO "plein_step" VALUES(1,1,1,'preparation',0,NULL,'2026-11-23 12:00:00.000000',NULL,'2026-11-23 12:00:00.000000',NULL,NULL,'null');
INSERT INTO "plein_step" VALUES(2,1,2,'inventory',0,NULL,'2026-11-23 12:00:00.000000',NULL,'2026-11-23 12:00:00.000000',NULL,NULL,'null');
INSERT INTO "plein_step" VALUES(3,1,3,'invitation',0,NULL,'2026-11-23 12:00:00.000000',NULL,'2026-11-23 12:00:00.000000',NULL,NULL,'{"people": 1, "newcomers": 1, "inside": 0, "outside": 0, "kinds": {"experience": 1}, "upto": {"contributions": 1, "suggestions": 0}}');
INSERT INTO "plein_step" VALUES(4,1,4,'drafting',0,NULL,'2026-11-23 12:00:00.000000',NULL,'2026-11-23 12:00:00.000000',NULL,NULL,'null');
INSERT INTO "plein_step" VALUES(5,1,5,'review',1,1,'2026-11-23 12:00:00.000000','2026-12-18 22:59:59.000000','2026-11-23 12:00:00.000000','Is this what you meant?',NULL,'null');
INSERT INTO "plein_step" VALUES(6,1,6,'drafting',1,NULL,'2026-11-23 12:00:00.000000',NULL,NULL,NULL,'Everybody was heard.','{"people": 3, "newcomers": 2, "inside": 0, "outside": 0, "kinds": {"suggestion": 4}, "upto": {"contributions": 1, "suggestions": 4}}');
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
INSERT INTO "plein_submission" VALUES(1,1,1,2,1,'270ed9e2243ced215a398eb3239799b7547fc5003a1bc4f9eb2014a031f7ae7c',0,'2026-11-23 12:00:00.000000',NULL);
INSERT INTO "plein_submission" VALUES(2,1,2,4,1,'23989babde365e23397f035acda4506fc599e48d655fc33c6128f9ad8f2c5eba',0,'2026-11-23 12:00:00.000000',NULL);
INSERT INTO "plein_submission" VALUES(3,1,3,5,1,'d0571839fd041edfaf5a8182df7c2d95c797bda5903d797ca94eb83c3c504e5b',0,'2026-11-23 12:00:00.000000',NULL);
INSERT INTO "plein_submission" VALUES(4,1,4,2,1,NULL,0,'2026-11-23 12:00:00.000000',NULL);
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
INSERT INTO "plein_suggestion" VALUES(1,1,1,1,2,'suggestion','open',1,2,20,26,'homes.','houses.','Homes are what people make of them.','[[20, 25, "houses"]]',NULL,'null','141750708689268c814b81ca32a7b618',0,'2026-11-23 12:00:00.000000',NULL,0,NULL,NULL);
INSERT INTO "plein_suggestion" VALUES(2,1,2,2,4,'suggestion','open',1,6,120,132,'waiting list','queue',NULL,'[[120, 132, "queue"]]',NULL,'null','0939e03e854d2716c6d657287acffc00',0,'2026-11-23 12:00:00.000000',NULL,0,NULL,NULL);
INSERT INTO "plein_suggestion" VALUES(3,1,3,3,5,'suggestion','open',1,7,166,178,'every street','every street and square',NULL,'[[178, 178, " and square"]]',NULL,'null','171e9675d8b4b03c33ecb44ea4a1d370',0,'2026-11-23 12:00:00.000000',NULL,0,NULL,NULL);
INSERT INTO "plein_suggestion" VALUES(4,1,4,4,2,'suggestion','withdrawn',1,4,50,72,'families with children','families',NULL,'[[58, 72, ""]]',NULL,'null','c4aa3559b01da6e55f482a0d1014042a',0,'2026-11-23 12:00:00.000000',NULL,0,NULL,NULL);
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
INSERT INTO "plein_version" VALUES(1,1,1,3,'# Housing

We build homes.

## Who comes first

- families with children
- people who lost their home

The town keeps a waiting list. It is public.

We like trees in every street.
','15b62852dd873bd6bd28bdc8ebfbf5ab3b33310ca57e749330e28a4c50acb36c',NULL,NULL,'null','2026-11-23 12:00:00.000000','2026-11-23 12:00:00.000000','null',NULL,NULL);
INSERT INTO "plein_version" VALUES(2,1,2,3,'# Housing

We build houses.

## Who comes first

- families with children
- people who lost their home

The town keeps a waiting list. It is public.

We like trees in every street.
','d56095a6046cd021ba6f29595988478d389178347773dca866c7cb57e2187d59',1,'What was adopted.','[1]',NULL,'2026-11-23 12:00:00.000000','null',NULL,NULL);
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
