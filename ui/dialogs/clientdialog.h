// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/clients.h"
#include "ui/services.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QRadioButton;
class QTimer;
class QVBoxLayout;

namespace handrail::ui {

class DraftKeeper;
class Notice;
class ProblemLabel;

/// One phone or email on the client's form.
class ContactRow : public QWidget
{
    Q_OBJECT

public:
    /// `number`: 1-based, part of the accessible names ("Phone 1", "Label of Phone 1", "Remove Phone 1").
    ContactRow(Channel channel, int number, const casework::ContactPointDraft& draft, QWidget* parent = nullptr);
    [[nodiscard]] casework::ContactPointDraft draft() const;
    [[nodiscard]] ProblemLabel* problem() const { return m_problem; }
    [[nodiscard]] QLineEdit* field() const { return m_typed; }
    void setPrimary(bool primary);

Q_SIGNALS:
    void edited();
    void removed();
    void madePrimary();

private:
    casework::ContactPointDraft m_draft;
    QLineEdit* m_typed;
    QComboBox* m_label;
    QRadioButton* m_primary;
    QCheckBox* m_mayText = nullptr;
    ProblemLabel* m_problem;
};

/// Adds or edits a client. Problems stand in words beside their fields; the dialog closes only when all is stored.
class ClientDialog : public QDialog
{
    Q_OBJECT

public:
    /// `client`: whom to edit, nothing for a new one.
    ClientDialog(Services services, const std::optional<Client>& client, QWidget* parent = nullptr);

    void reject() override;

Q_SIGNALS:
    void saved(const handrail::ClientId& id);
    /// The person is here already, and the worker goes there instead of adding a second record.
    void openExisting(const handrail::ClientId& id);

private:
    void buildForm(QVBoxLayout* column);
    void buildContacts(QVBoxLayout* column, Channel channel);
    void fill(const std::optional<Client>& client);
    ContactRow* addRow(Channel channel, const casework::ContactPointDraft& draft);
    QList<ContactRow*>& rows(Channel channel) { return channel == Channel::Text ? m_phones : m_emails; }
    /// Phones, then emails; a row that was added and never filled in says nothing and is left out.
    [[nodiscard]] QList<ContactRow*> filledRows() const;
    [[nodiscard]] casework::ClientDraft draft() const;
    /// Shows the problems; true where there are none.
    bool check();
    void showProblem(const casework::FieldProblem& problem);
    void save();
    /// Looks, a moment after the typing, for somebody who is here already.
    void lookForExisting();
    void showExisting(const QList<AlikeClient>& alike);
    void guessTimeZone();
    void touched();
    /// What is typed, kept until it is saved or thrown away: ui/draftkeeper.h.
    void keepDraft();
    [[nodiscard]] QJsonObject typed() const;
    void fillIn(const QJsonObject& typed);

    Services m_services;
    std::optional<Client> m_client;
    QString m_phoneRegion = QStringLiteral("US");
    bool m_checking = false; ///< From the first press of Save on, problems follow the typing.

    QLineEdit* m_givenName;
    QLineEdit* m_familyName;
    QLineEdit* m_birthDate;
    QComboBox* m_language;
    QComboBox* m_timeZone;
    QHash<QString, ProblemLabel*> m_problems;
    QVBoxLayout* m_phoneColumn = nullptr;
    QVBoxLayout* m_emailColumn = nullptr;
    QList<ContactRow*> m_phones;
    QList<ContactRow*> m_emails;
    DraftKeeper* m_keeper = nullptr;
    QJsonObject m_untouched; ///< What the form said before anything was typed.
    QTimer* m_look;
    std::optional<ClientId> m_existing; ///< Who is offered to be opened instead.
    bool m_zoneTouched = false;
    bool m_zoneGuessed = false;
    QLabel* m_zoneHint;
    Notice* m_notice;
    Notice* m_duplicate;
    QPushButton* m_save;
};

} // namespace handrail::ui
